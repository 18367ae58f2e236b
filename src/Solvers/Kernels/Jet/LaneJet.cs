using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Sci.Numerics;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>Steps with columns, then rows, in the lanes of vectors.</summary>
/// <remarks>
/// What is stepped is q - βy: the same scheme with -ν∂⁸(βy) as a constant forcing. μ depends on y alone, so that the
/// sponge needs no transform along x.
/// </remarks>
internal sealed unsafe class LaneJet<TLanes> : IJetStepper
    where TLanes : unmanaged, ILanes<TLanes, double>
{
    private readonly ConcurrentBag<LaneJetMemory<TLanes>> pool = [];
    private readonly JetSymbols symbols;
    private readonly JetLayout<TLanes> layout;
    private readonly JetColumns<TLanes> columns;
    private readonly BoxRows<TLanes, double> rows;
    private readonly AlignedMemory<double> firstDamping;
    private readonly AlignedMemory<double> damping;

    public LaneJet(JetSymbols symbols)
    {
        this.symbols = symbols;
        layout = new JetLayout<TLanes>(symbols);
        columns = new JetColumns<TLanes>(symbols, layout);
        rows = new BoxRows<TLanes, double>(layout.Planes, new bool[layout.Groups]);
        firstDamping = layout.Factors(mode => 1 / (1 + (symbols.TimeStep * symbols.Friction[mode])));
        damping = layout.Factors(mode => 1 / (1 + (2 * symbols.TimeStep * symbols.Friction[mode])));
    }

    /// <inheritdoc/>
    public int Advance(Span<double> state, int steps)
    {
        var memory = pool.TryTake(out var used) ? used : new LaneJetMemory<TLanes>(layout, symbols.Fft.Modes);
        Load(state, memory);
        var blownUp = 0;
        for (var step = 1; step <= steps && blownUp == 0; step++)
        {
            Evaluate(memory);
            Step(memory, step);
            blownUp = double.IsFinite(memory.Now[0].Values[1]) ? 0 : step;
        }

        Store(memory, state);
        pool.Add(memory);
        return blownUp;
    }

    private void Evaluate(LaneJetMemory<TLanes> memory)
    {
        for (var layer = 0; layer < 2; layer++)
        {
            for (var group = 0; group < layout.Groups; group++)
            {
                columns.Begin(layer, group, memory);
            }

            for (var group = 0; group < layout.Planes.RowGroups; group++)
            {
                Jacobian(group, memory);
            }

            for (var group = 0; group < layout.Groups; group++)
            {
                columns.Finish(layer, group, memory);
            }
        }
    }

    private void Jacobian(int group, LaneJetMemory<TLanes> memory)
    {
        for (var i = 0; i < memory.Points.Length; i++)
        {
            rows.ToPoints(group, memory.Planes[i].Pointer, memory.Points[i].Pointer);
        }

        var product = new JacobianPoints<TLanes>(memory.Points);
        rows.ToPlane(group, ref product, memory.Points[0].Pointer, memory.Planes[0].Pointer);
    }

    private void Step(LaneJetMemory<TLanes> memory, int step)
    {
        for (var layer = 0; layer < 2; layer++)
        {
            if (step == 1)
            {
                memory.Now[layer].Values.CopyTo(memory.Old[layer].Values);
            }

            Step(
                memory.Old[layer], memory.Now[layer], memory.Rate[layer],
                step == 1 ? symbols.TimeStep : 2 * symbols.TimeStep, step == 1 ? firstDamping : damping,
                step < 3 ? 0 : symbols.Filter);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Step(
        AlignedMemory<double> old, AlignedMemory<double> now, AlignedMemory<double> rate, double span,
        AlignedMemory<double> damping, double filter)
    {
        double* before = old.Pointer, centre = now.Pointer, change = rate.Pointer, factors = damping.Pointer;
        var (h, gamma, two) = (TLanes.Broadcast(span), TLanes.Broadcast(filter), TLanes.Broadcast(2));
        for (nint at = 0; at < now.Length; at += Wave<TLanes, double>.Wide)
        {
            var (a, b) = (Wave<TLanes, double>.Load(before, at), Wave<TLanes, double>.Load(centre, at));
            var next = a.Plus(h, Wave<TLanes, double>.Load(change, at)).Times(TLanes.Load(factors + (at / 2)));
            b.Plus(gamma, a.Minus(two, b) + next).Store(before, at);
            next.Store(centre, at);
        }
    }

    private void Load(ReadOnlySpan<double> state, LaneJetMemory<TLanes> memory)
    {
        var points = symbols.Fft.Points;
        for (var layer = 0; layer < 2; layer++)
        {
            symbols.Fft.Forward(state.Slice(layer * points, points), memory.Modes);
            layout.Load(memory.Modes, memory.Now[layer].Values);
        }
    }

    private void Store(LaneJetMemory<TLanes> memory, Span<double> state)
    {
        var points = symbols.Fft.Points;
        for (var layer = 0; layer < 2; layer++)
        {
            layout.Store(memory.Now[layer].Values, memory.Modes);
            symbols.Fft.Inverse(memory.Modes, state.Slice(layer * points, points));
        }
    }
}

/// <summary>ψₓζᵧ - ψᵧζₓ at the points of a group of rows.</summary>
internal readonly unsafe struct JacobianPoints<TLanes>(AlignedMemory<double>[] factors) : IComplexSource<TLanes, double>
    where TLanes : unmanaged, ILanes<TLanes, double>
{
    private readonly double* psiX = factors[0].Pointer;
    private readonly double* psiY = factors[1].Pointer;
    private readonly double* zetaX = factors[2].Pointer;
    private readonly double* zetaY = factors[3].Pointer;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes, double> Load(nint at)
    {
        var (px, py) = (Wave<TLanes, double>.Load(psiX, at), Wave<TLanes, double>.Load(psiY, at));
        var (zx, zy) = (Wave<TLanes, double>.Load(zetaX, at), Wave<TLanes, double>.Load(zetaY, at));
        return new(
            TLanes.SubtractProduct(px.Re * zy.Re, py.Re, zx.Re), TLanes.SubtractProduct(px.Im * zy.Im, py.Im, zx.Im));
    }
}
