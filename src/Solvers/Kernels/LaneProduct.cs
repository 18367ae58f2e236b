using System.Runtime.CompilerServices;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>Forms a sum of products at the points and adds a symbol times its modes to a target.</summary>
internal sealed unsafe class LaneProduct<TLanes> : LaneStep<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    private readonly LaneFft<TLanes> fft;
    private readonly (double Coefficient, int[] Nodes)[] products;
    private readonly LaneFactors? symbol;
    private readonly Target target;
    private readonly bool adds;

    public LaneProduct(ProductStep step, LaneFft<TLanes> fft, bool adds)
    {
        this.fft = fft;
        this.adds = adds;
        target = step.Target;
        products = [.. step.Products.Select(product => (product.Coefficient, product.Nodes.ToArray()))];
        symbol = step.Symbol is { } s ? new LaneFactors(s, fft.Modes, 1) : null;
    }

    public override void Run(LaneFrame frame)
    {
        var modes = (adds ? frame.Scratch : frame.At(target)).Pointer;
        if (products is [(1, [var a, var b])])
        {
            var pairs = new PointPairs<TLanes>(frame.Nodes[a].Pointer, frame.Nodes[b].Pointer);
            Transform(ref pairs, modes, frame);
        }
        else
        {
            Sum(frame);
            var sum = new LaneArray<TLanes>(frame.Sum.Pointer);
            Transform(ref sum, modes, frame);
        }

        if (adds)
        {
            Put(modes, frame.At(target).Pointer, fft.Length, adds: true);
        }
    }

    private void Transform<TSource>(ref TSource source, double* modes, LaneFrame frame)
        where TSource : struct, IPointSource<TLanes>
    {
        var work = frame.Sum.Pointer;
        if (symbol is null)
        {
            var plain = new LaneArray<TLanes>(modes);
            fft.Forward(ref source, ref plain, work);
        }
        else if (symbol.IsReal)
        {
            var real = new RealSymbol<TLanes>(modes, symbol);
            fft.Forward(ref source, ref real, work);
        }
        else if (symbol.IsImaginary)
        {
            var imaginary = new ImaginarySymbol<TLanes>(modes, symbol);
            fft.Forward(ref source, ref imaginary, work);
        }
        else
        {
            var complex = new ComplexSymbol<TLanes>(modes, symbol);
            fft.Forward(ref source, ref complex, work);
        }
    }

    private void Sum(LaneFrame frame)
    {
        for (var i = 0; i < products.Length; i++)
        {
            Add(products[i].Coefficient, products[i].Nodes, frame, isFirst: i == 0);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(double coefficient, int[] nodes, LaneFrame frame, bool isFirst)
    {
        var factors = stackalloc double*[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            factors[i] = frame.Nodes[nodes[i]].Pointer;
        }

        var sum = frame.Sum.Pointer;
        for (nint at = 0; at < fft.Length; at += TLanes.Count)
        {
            var product = TLanes.Broadcast(coefficient);
            for (var i = 0; i < nodes.Length; i++)
            {
                product *= TLanes.Load(factors[i] + at);
            }

            (isFirst ? product : TLanes.Load(sum + at) + product).Store(sum + at);
        }
    }
}
