using System.Collections.Concurrent;
using Sci.Numerics;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>Carries as many states forward as a vector holds members.</summary>
/// <remarks>
/// The members of a group take all their steps before the next group is touched, so the work stays in cache. Lanes
/// never mix: a member's bits are those it has alone, where the other lanes hold copies of it.
/// </remarks>
internal sealed class MemberCore<TLanes> : LaneCore
    where TLanes : unmanaged, ILanes<TLanes>
{
    private readonly ConcurrentBag<LaneMemory> pool = [];
    private readonly SpectralCore core;
    private readonly LaneFft<TLanes> fft;
    private readonly LaneProgram<TLanes> rest;
    private readonly LaneMethod<TLanes> method;
    private readonly LaneStarter<TLanes>? starter;
    private readonly int neighbour;

    public MemberCore(SpectralCore core)
    {
        this.core = core;
        fft = new LaneFft<TLanes>(core.Fourier.Points);
        rest = new LaneProgram<TLanes>(core.Rest, fft);
        method = new LaneMethod<TLanes>(core.Method, fft);
        starter = core.Starter is { IsLadder: false } one ? new LaneStarter<TLanes>(one, fft, rest) : null;
        neighbour = Array.FindIndex(fft.Modes, mode => mode == 1 || mode == fft.Size - 1);
    }

    public override int Width => TLanes.Members;

    public override void Advance(States states, int first, int steps, int[] failed)
    {
        var memory = pool.TryTake(out var used) ? used : NewMemory();
        var rows = Math.Min(TLanes.Members, states.Count - first);
        var done = Load(states, first, rows, steps, memory);
        while (done < steps)
        {
            method.Step(rest, memory);
            Watch(memory.State.Values, ++done, failed.AsSpan(first, rows));
        }

        Unload(states, first, rows, memory);
        for (var row = first; row < first + rows; row++)
        {
            failed[row] = failed[row] != 0 || SpectralCore.AllFinite(states[row]) ? failed[row] : steps;
        }

        pool.Add(memory);
    }

    private LaneMemory NewMemory()
    {
        var frame = rest.NewFrame();
        return new LaneMemory(method.Inputs, method.Stages, fft.Length, frame) { Start = starter?.NewMemory(frame) };
    }

    // Returns how many steps the start of a multistep scheme has taken.
    private int Load(States states, int first, int rows, int steps, LaneMemory memory)
    {
        if (core.Method.Scheme.Memory > 0 && starter is null)
        {
            return LoadHistory(states, first, rows, steps, memory);
        }

        for (var lane = 0; lane < TLanes.Members; lane++)
        {
            LanePacking<TLanes>.PutPoints(fft, states[first + (lane < rows ? lane : 0)], lane, memory.Points.Values);
        }

        Forward(memory);
        return starter?.Start(memory, steps) ?? 0;
    }

    private int LoadHistory(States states, int first, int rows, int steps, LaneMemory memory)
    {
        var done = 0;
        var one = core.Rent();
        for (var lane = 0; lane < TLanes.Members; lane++)
        {
            if (lane < rows)
            {
                done = core.Begin(states[first + lane], steps, one);
            }

            for (var input = 0; input < method.Inputs; input++)
            {
                LanePacking<TLanes>.PutModes(fft, one.Steps.Source(input), lane, memory.Sources[input].Values);
            }
        }

        core.Return(one);
        return done;
    }

    private unsafe void Forward(LaneMemory memory)
    {
        var points = new LaneArray<TLanes>(memory.Points.Pointer);
        var modes = new LaneArray<TLanes>(memory.State.Pointer);
        fft.Forward(ref points, ref modes, memory.Points.Pointer);
    }

    private unsafe void Unload(States states, int first, int rows, LaneMemory memory)
    {
        var modes = new LaneArray<TLanes>(memory.State.Pointer);
        var points = new LaneArray<TLanes>(memory.Points.Pointer);
        fft.Inverse(ref modes, ref points, memory.Points.Pointer);
        for (var lane = 0; lane < rows; lane++)
        {
            LanePacking<TLanes>.TakePoints(fft, memory.Points.Values, lane, 1.0 / fft.Size, states[first + lane]);
        }
    }

    // A value that is not finite spreads to all modes within one evaluation, so the mean and its neighbour tell.
    private void Watch(ReadOnlySpan<double> modes, int step, Span<int> failed)
    {
        for (var lane = 0; lane < failed.Length; lane++)
        {
            if (!double.IsFinite(modes[lane] + modes[LaneFft<TLanes>.ModeAt(neighbour, lane)]) && failed[lane] == 0)
            {
                failed[lane] = step;
            }
        }
    }
}
