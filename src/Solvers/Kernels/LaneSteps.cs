using System.Numerics;
using Sci.Numerics;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>One step of a <see cref="LaneProgram{TLanes, T}"/>.</summary>
internal abstract unsafe class LaneStep<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    public abstract void Run(LaneFrame<T> frame);

    /// <summary>y += x, or y = x.</summary>
    protected static void Put(T* x, T* y, int length, bool adds)
    {
        for (nint i = 0; i < length; i += TLanes.Count)
        {
            (adds ? TLanes.Load(y + i) + TLanes.Load(x + i) : TLanes.Load(x + i)).Store(y + i);
        }
    }
}

/// <summary>Brings a symbol times a source to the points.</summary>
internal sealed unsafe class LaneNode<TLanes, T>(NodeStep step, LaneFft<TLanes, T> fft) : LaneStep<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private readonly LaneFactors<T>? symbol =
        step.Symbol is { } s ? new LaneFactors<T>(s, fft.Modes, 1.0 / fft.Size) : null;
    private readonly int source = step.From;
    private readonly int node = step.Node;

    public override void Run(LaneFrame<T> frame)
    {
        var modes = frame.Source(source).Pointer;
        var points = frame.Nodes[node].Pointer;
        var sink = new LaneArray<TLanes, T>(points);
        if (symbol is null)
        {
            var scaled = new ScaledWaves<TLanes, T>(modes, 1.0 / fft.Size);
            fft.Inverse(ref scaled, ref sink, points);
        }
        else if (symbol.IsReal)
        {
            var real = new RealSymbol<TLanes, T>(modes, symbol);
            fft.Inverse(ref real, ref sink, points);
        }
        else if (symbol.IsImaginary)
        {
            var imaginary = new ImaginarySymbol<TLanes, T>(modes, symbol);
            fft.Inverse(ref imaginary, ref sink, points);
        }
        else
        {
            var complex = new ComplexSymbol<TLanes, T>(modes, symbol);
            fft.Inverse(ref complex, ref sink, points);
        }
    }
}

/// <summary>Adds a symbol times a source to a target.</summary>
internal sealed unsafe class LaneLinear<TLanes, T>(LinearStep step, LaneFft<TLanes, T> fft, bool adds)
    : LaneStep<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private readonly LaneFactors<T> symbol = new(step.Symbol, fft.Modes, 1);

    public override void Run(LaneFrame<T> frame)
    {
        var product = new ComplexSymbol<TLanes, T>(frame.Source(step.From).Pointer, symbol);
        product.LoadEnds().Store(frame.Scratch.Pointer, 0);
        for (nint at = Wave<TLanes, T>.Wide; at < fft.Length; at += Wave<TLanes, T>.Wide)
        {
            product.Load(at).Store(frame.Scratch.Pointer, at);
        }

        Put(frame.Scratch.Pointer, frame.At(step.Target).Pointer, fft.Length, adds);
    }
}

/// <summary>Adds a constant to a target.</summary>
internal sealed unsafe class LaneConstant<TLanes, T> : LaneStep<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private readonly AlignedMemory<T> constant;
    private readonly Target target;
    private readonly bool adds;

    public LaneConstant(ConstantStep step, LaneFft<TLanes, T> fft, bool adds)
    {
        target = step.Target;
        this.adds = adds;
        constant = new AlignedMemory<T>(fft.Length);
        for (var lane = 0; lane < TLanes.Members; lane++)
        {
            LanePacking<TLanes, T>.PutModes(fft, [.. step.Constant], lane, constant.Values);
        }
    }

    public override void Run(LaneFrame<T> frame) =>
        Put(constant.Pointer, frame.At(target).Pointer, constant.Length, adds);
}
