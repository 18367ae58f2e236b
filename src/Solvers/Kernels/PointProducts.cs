using System.Runtime.CompilerServices;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>Sums of products of factors at the points, each with a coefficient.</summary>
internal sealed unsafe class PointProducts<TLanes>(IEnumerable<Product> products)
    where TLanes : unmanaged, ILanes<TLanes>
{
    private readonly (double Coefficient, int[] Nodes)[] products =
        [.. products.Select(product => (product.Coefficient, product.Nodes.ToArray()))];

    /// <summary>The two factors if the sum is one product of two and nothing else.</summary>
    public (int First, int Second)? Pair => products is [(1, [var a, var b])] ? (a, b) : null;

    /// <summary>Puts the sum at <paramref name="length"/> numbers.</summary>
    public void Sum(double** nodes, double* sum, nint length)
    {
        for (var i = 0; i < products.Length; i++)
        {
            Add(products[i].Coefficient, products[i].Nodes, nodes, sum, length, isFirst: i == 0);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(double coefficient, int[] names, double** nodes, double* sum, nint length, bool isFirst)
    {
        var factors = stackalloc double*[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            factors[i] = nodes[names[i]];
        }

        for (nint at = 0; at < length; at += TLanes.Count)
        {
            var product = TLanes.Broadcast(coefficient);
            for (var i = 0; i < names.Length; i++)
            {
                product *= TLanes.Load(factors[i] + at);
            }

            (isFirst ? product : TLanes.Load(sum + at) + product).Store(sum + at);
        }
    }
}
