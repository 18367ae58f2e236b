using Sci.Numerics;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>One step of a <see cref="LaneProgram{TLanes}"/>.</summary>
internal abstract unsafe class LaneStep<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    public abstract void Run(LaneFrame frame);

    /// <summary>y += x, or y = x.</summary>
    protected static void Put(double* x, double* y, int length, bool adds)
    {
        for (nint i = 0; i < length; i += TLanes.Count)
        {
            (adds ? TLanes.Load(y + i) + TLanes.Load(x + i) : TLanes.Load(x + i)).Store(y + i);
        }
    }
}

/// <summary>Brings a symbol times a source to the points.</summary>
internal sealed unsafe class LaneNode<TLanes>(NodeStep step, LaneFft<TLanes> fft) : LaneStep<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    private readonly LaneFactors? symbol = step.Symbol is { } s ? new LaneFactors(s, fft.Modes, 1.0 / fft.Size) : null;
    private readonly int source = step.From;
    private readonly int node = step.Node;

    public override void Run(LaneFrame frame)
    {
        var modes = frame.Source(source).Pointer;
        var points = frame.Nodes[node].Pointer;
        var sink = new LaneArray<TLanes>(points);
        if (symbol is null)
        {
            var scaled = new ScaledWaves<TLanes>(modes, 1.0 / fft.Size);
            fft.Inverse(ref scaled, ref sink, points);
        }
        else if (symbol.IsReal)
        {
            var real = new RealSymbol<TLanes>(modes, symbol);
            fft.Inverse(ref real, ref sink, points);
        }
        else if (symbol.IsImaginary)
        {
            var imaginary = new ImaginarySymbol<TLanes>(modes, symbol);
            fft.Inverse(ref imaginary, ref sink, points);
        }
        else
        {
            var complex = new ComplexSymbol<TLanes>(modes, symbol);
            fft.Inverse(ref complex, ref sink, points);
        }
    }
}

/// <summary>Adds a symbol times a source to a target.</summary>
internal sealed unsafe class LaneLinear<TLanes>(LinearStep step, LaneFft<TLanes> fft, bool adds) : LaneStep<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    private readonly LaneFactors symbol = new(step.Symbol, fft.Modes, 1);

    public override void Run(LaneFrame frame)
    {
        var product = new ComplexSymbol<TLanes>(frame.Source(step.From).Pointer, symbol);
        product.LoadEnds().Store(frame.Scratch.Pointer, 0);
        for (nint at = Wave<TLanes>.Wide; at < fft.Length; at += Wave<TLanes>.Wide)
        {
            product.Load(at).Store(frame.Scratch.Pointer, at);
        }

        Put(frame.Scratch.Pointer, frame.At(step.Target).Pointer, fft.Length, adds);
    }
}

/// <summary>Adds a constant to a target.</summary>
internal sealed unsafe class LaneConstant<TLanes> : LaneStep<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    private readonly AlignedMemory constant;
    private readonly Target target;
    private readonly bool adds;

    public LaneConstant(ConstantStep step, LaneFft<TLanes> fft, bool adds)
    {
        target = step.Target;
        this.adds = adds;
        constant = new AlignedMemory(fft.Length);
        for (var lane = 0; lane < TLanes.Members; lane++)
        {
            LanePacking<TLanes>.PutModes(fft, [.. step.Constant], lane, constant.Values);
        }
    }

    public override void Run(LaneFrame frame) =>
        Put(constant.Pointer, frame.At(target).Pointer, constant.Length, adds);
}
