using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>Forms a sum of products at the points and adds a symbol times its modes to a target.</summary>
internal sealed unsafe class LaneProduct<TLanes> : LaneStep<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    private readonly LaneFft<TLanes> fft;
    private readonly PointProducts<TLanes> products;
    private readonly LaneFactors? symbol;
    private readonly Target target;
    private readonly bool adds;

    public LaneProduct(ProductStep step, LaneFft<TLanes> fft, bool adds)
    {
        this.fft = fft;
        this.adds = adds;
        target = step.Target;
        products = new PointProducts<TLanes>(step.Products);
        symbol = step.Symbol is { } s ? new LaneFactors(s, fft.Modes, 1) : null;
    }

    public override void Run(LaneFrame frame)
    {
        var modes = (adds ? frame.Scratch : frame.At(target)).Pointer;
        if (products.Pair is var (a, b))
        {
            var pairs = new PointPairs<TLanes>(frame.Nodes[a].Pointer, frame.Nodes[b].Pointer);
            Transform(ref pairs, modes, frame);
        }
        else
        {
            var nodes = stackalloc double*[frame.Nodes.Length];
            for (var node = 0; node < frame.Nodes.Length; node++)
            {
                nodes[node] = frame.Nodes[node].Pointer;
            }

            products.Sum(nodes, frame.Sum.Pointer, fft.Length);
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
}
