using System.Numerics;
using System.Collections.Concurrent;
using Sci.Numerics;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>Carries as many states forward as a vector holds members.</summary>
/// <remarks>
/// The members of a group take all their steps before the next group is touched, so the work stays in cache. Lanes
/// never mix: a member's bits are those it has alone, where the other lanes hold copies of it.
/// </remarks>
internal sealed class MemberCore<TLanes, T> : LaneCore
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private readonly ConcurrentBag<LaneMemory<T>> pool = [];
    private readonly SpectralCore core;
    private readonly LaneFft<TLanes, T> fft;
    private readonly LaneProgram<TLanes, T> rest;
    private readonly LaneMethod<TLanes, T> method;
    private readonly LaneStarter<TLanes, T>? starter;
    private readonly int neighbour;

    public MemberCore(SpectralCore core)
    {
        this.core = core;
        fft = new LaneFft<TLanes, T>(core.Fourier.Points);
        rest = new LaneProgram<TLanes, T>(core.Rest, fft);
        method = new LaneMethod<TLanes, T>(core.Method, fft);
        starter = core.Starter is { IsLadder: false } one ? new LaneStarter<TLanes, T>(one, fft, rest) : null;
        neighbour = Array.FindIndex(fft.Modes, mode => mode == 1 || mode == fft.Size - 1);
    }

    public override int Width => TLanes.Members;

    public override void Advance(LaneWork work, int first, int threads)
    {
        var memory = pool.TryTake(out var used) ? used : NewMemory();
        var rows = Math.Min(TLanes.Members, work.States.Count - first);
        var done = Load(work, first, rows, memory);
        while (done < work.Steps)
        {
            if (work.Steps - done <= work.Kept)
            {
                Unload(memory.State, work.Earlier![work.Steps - done - 1], first, rows, memory);
            }

            method.Step(rest, memory);
            Watch(memory.State.Values, ++done, work.Failed.AsSpan(first, rows));
        }

        Unload(memory.State, work.States, first, rows, memory);
        KeepFiltered(work, first, rows, memory);
        for (var row = first; row < first + rows; row++)
        {
            work.Judge(row);
        }

        pool.Add(memory);
    }

    private LaneMemory<T> NewMemory()
    {
        var frame = rest.NewFrame();
        var memory = method.NewMemory(frame);
        memory.Start = starter?.NewMemory(frame);
        return memory;
    }

    // Returns how many steps the start of a multistep scheme has taken.
    private int Load(LaneWork work, int first, int rows, LaneMemory<T> memory)
    {
        memory.Remainder?.Values.Clear();
        if (work.Earlier is { } earlier)
        {
            LoadHistory(work.States, earlier, first, rows, memory);
            for (var row = first; row < first + rows; row++)
            {
                SpectralCore.Shift(earlier, row, work.Steps);
            }

            return 0;
        }

        if (core.Method.Scheme.Memory > 0 && starter is null)
        {
            return LoadStarted(work.States, first, rows, work.Steps, memory);
        }

        Load(work.States, first, rows, memory.State, memory);
        return starter?.Start(memory, work.Steps) ?? 0;
    }

    private void LoadHistory(States states, IReadOnlyList<States> earlier, int first, int rows, LaneMemory<T> memory)
    {
        for (var input = 0; input < method.Inputs; input++)
        {
            var (lag, isTendency) = core.Method.Scheme.Inputs[input];
            var modes = isTendency ? memory.Stage : memory.Sources[input];
            Load(lag == 0 ? states : earlier[lag - 1], first, rows, modes, memory);
            if (isTendency)
            {
                rest.Evaluate(modes, memory.Sources[input], memory.Frame);
            }
        }
    }

    private int LoadStarted(States states, int first, int rows, int steps, LaneMemory<T> memory)
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
                LanePacking<TLanes, T>.PutModes(fft, one.Steps.Source(input), lane, memory.Sources[input].Values);
            }
        }

        core.Return(one);
        return done;
    }

    private unsafe void Load(States states, int first, int rows, AlignedMemory<T> to, LaneMemory<T> memory)
    {
        for (var lane = 0; lane < TLanes.Members; lane++)
        {
            LanePacking<TLanes, T>.PutPoints(fft, states[first + (lane < rows ? lane : 0)], lane, memory.Points.Values);
        }

        var points = new LaneArray<TLanes, T>(memory.Points.Pointer);
        var modes = new LaneArray<TLanes, T>(to.Pointer);
        fft.Forward(ref points, ref modes, memory.Points.Pointer);
    }

    // A filter changes older states too: what the scheme holds of them counts.
    private void KeepFiltered(LaneWork work, int first, int rows, LaneMemory<T> memory)
    {
        for (var input = 1; work.Earlier is not null && input < method.Inputs; input++)
        {
            if (core.Method.Scheme.Inputs[input] is (var lag, false))
            {
                Unload(memory.Sources[input], work.Earlier[lag - 1], first, rows, memory);
            }
        }
    }

    private unsafe void Unload(AlignedMemory<T> from, States states, int first, int rows, LaneMemory<T> memory)
    {
        var modes = new LaneArray<TLanes, T>(from.Pointer);
        var points = new LaneArray<TLanes, T>(memory.Points.Pointer);
        fft.Inverse(ref modes, ref points, memory.Points.Pointer);
        for (var lane = 0; lane < rows; lane++)
        {
            LanePacking<TLanes, T>.TakePoints(fft, memory.Points.Values, lane, 1.0 / fft.Size, states[first + lane]);
        }
    }

    // A value that is not finite spreads to all modes within one evaluation, so the mean and its neighbour tell.
    private void Watch(ReadOnlySpan<T> modes, int step, Span<int> failed)
    {
        for (var lane = 0; lane < failed.Length; lane++)
        {
            if (!T.IsFinite(modes[lane] + modes[LaneFft<TLanes, T>.ModeAt(neighbour, lane)]) && failed[lane] == 0)
            {
                failed[lane] = step;
            }
        }
    }
}
