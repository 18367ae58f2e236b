using System.Numerics;
using Sci.Numerics;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>A <see cref="Starter"/> in lanes, for schemes that start by smaller steps of one other scheme.</summary>
internal sealed class LaneStarter<TLanes, T>(Starter starter, LaneFft<TLanes, T> fft, LaneProgram<TLanes, T> rest)
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private readonly Scheme scheme = starter.Scheme;
    private readonly (int Count, double Weight, LaneMethod<TLanes, T> Method)[] runs =
        [.. starter.Runs.Select(run => (run.Count, run.Weight, new LaneMethod<TLanes, T>(run.Method, fft)))];

    public LaneStart<T> NewMemory(LaneFrame<T> frame) => new(
        [.. Enumerable.Range(0, scheme.Memory).Select(_ => new AlignedMemory<T>(fft.Length))],
        new AlignedMemory<T>(fft.Length),
        runs[0].Method.NewMemory(frame));

    /// <summary>
    /// Takes the first steps, at most as many as the scheme remembers, and fills its inputs; returns their number.
    /// </summary>
    public int Start(LaneMemory<T> memory, int steps)
    {
        var start = memory.Start!;
        var count = Math.Min(scheme.Memory, steps);
        for (var i = 0; i < count; i++)
        {
            memory.State.Values.CopyTo(start.Past[i].Values);
            Step(memory.State, start);
        }

        for (var i = 1; i < scheme.Inputs.Count && steps > count; i++)
        {
            var past = start.Past[count - scheme.Inputs[i].Lag];
            if (scheme.Inputs[i].IsTendency)
            {
                rest.Evaluate(past, memory.Sources[i], memory.Frame);
            }
            else
            {
                past.Values.CopyTo(memory.Sources[i].Values);
            }
        }

        return count;
    }

    private void Step(AlignedMemory<T> state, LaneStart<T> start)
    {
        start.Sum.Values.Clear();
        foreach (var (count, weight, method) in runs)
        {
            state.Values.CopyTo(start.Steps.State.Values);
            start.Steps.Remainder?.Values.Clear();
            for (var i = 0; i < count; i++)
            {
                method.Step(rest, start.Steps);
            }

            Add(weight, start.Steps.State, start.Sum);
        }

        start.Sum.Values.CopyTo(state.Values);
    }

    private static unsafe void Add(double weight, AlignedMemory<T> x, AlignedMemory<T> sum)
    {
        var factor = TLanes.Broadcast(weight);
        for (nint at = 0; at < sum.Length; at += TLanes.Count)
        {
            TLanes.MultiplyAdd(factor, TLanes.Load(x.Pointer + at), TLanes.Load(sum.Pointer + at))
                .Store(sum.Pointer + at);
        }
    }
}

/// <summary>The past states of a group, and what the one-step method needs.</summary>
internal sealed record LaneStart<T>(AlignedMemory<T>[] Past, AlignedMemory<T> Sum, LaneMemory<T> Steps)
    where T : unmanaged;
