using System.Numerics;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>Forms a sum of products at the points and adds a symbol times its modes to a target.</summary>
internal sealed unsafe class LaneProduct<TLanes, T> : LaneStep<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private readonly LaneFft<TLanes, T> fft;
    private readonly PointProducts<TLanes, T> products;
    private readonly LaneFactors<T>? symbol;
    private readonly Target target;
    private readonly bool adds;

    public LaneProduct(ProductStep step, LaneFft<TLanes, T> fft, bool adds)
    {
        this.fft = fft;
        this.adds = adds;
        target = step.Target;
        products = new PointProducts<TLanes, T>(step.Products);
        symbol = step.Symbol is { } s ? new LaneFactors<T>(s, fft.Modes, 1) : null;
    }

    public override void Run(LaneFrame<T> frame)
    {
        var modes = (adds ? frame.Scratch : frame.At(target)).Pointer;
        if (products.Pair is var (a, b))
        {
            var pairs = new PointPairs<TLanes, T>(frame.Nodes[a].Pointer, frame.Nodes[b].Pointer);
            Transform(ref pairs, modes, frame);
        }
        else
        {
            var nodes = stackalloc T*[frame.Nodes.Length];
            for (var node = 0; node < frame.Nodes.Length; node++)
            {
                nodes[node] = frame.Nodes[node].Pointer;
            }

            products.Sum(nodes, frame.Sum.Pointer, fft.Length);
            var sum = new LaneArray<TLanes, T>(frame.Sum.Pointer);
            Transform(ref sum, modes, frame);
        }

        if (adds)
        {
            Put(modes, frame.At(target).Pointer, fft.Length, adds: true);
        }
    }

    private void Transform<TSource>(ref TSource source, T* modes, LaneFrame<T> frame)
        where TSource : struct, IPointSource<TLanes, T>
    {
        var work = frame.Sum.Pointer;
        if (symbol is null)
        {
            var plain = new LaneArray<TLanes, T>(modes);
            fft.Forward(ref source, ref plain, work);
        }
        else if (symbol.IsReal)
        {
            var real = new RealSymbol<TLanes, T>(modes, symbol);
            fft.Forward(ref source, ref real, work);
        }
        else if (symbol.IsImaginary)
        {
            var imaginary = new ImaginarySymbol<TLanes, T>(modes, symbol);
            fft.Forward(ref source, ref imaginary, work);
        }
        else
        {
            var complex = new ComplexSymbol<TLanes, T>(modes, symbol);
            fft.Forward(ref source, ref complex, work);
        }
    }
}
