using System.Numerics;
using System.Runtime.CompilerServices;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>Sums of products of factors at the points, each with a coefficient.</summary>
internal sealed unsafe class PointProducts<TLanes, T>(IEnumerable<Product> products)
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private readonly (double Coefficient, int[] Nodes)[] products =
        [.. products.Select(product => (product.Coefficient, product.Nodes.ToArray()))];

    /// <summary>The two factors if the sum is one product of two and nothing else.</summary>
    public (int First, int Second)? Pair => products is [(1, [var a, var b])] ? (a, b) : null;

    /// <summary>Puts the sum at <paramref name="length"/> numbers.</summary>
    public void Sum(T** nodes, T* sum, nint length)
    {
        for (var i = 0; i < products.Length; i++)
        {
            Add(products[i].Coefficient, products[i].Nodes, nodes, sum, length, isFirst: i == 0);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(double coefficient, int[] names, T** nodes, T* sum, nint length, bool isFirst)
    {
        var factors = stackalloc T*[names.Length];
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
