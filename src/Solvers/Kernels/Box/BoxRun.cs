using System.Numerics;
using Sci.Numerics;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>The sweeps that carry one state in a box forward, on one thread or a crew of several.</summary>
internal sealed class BoxRun<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private readonly BoxLayout<TLanes, T> layout;
    private readonly BoxStepper<TLanes, T> stepper;
    private readonly BoxMemory<T> memory;
    private readonly Action<int, int> columns;
    private readonly Action<int, int> rows;
    private (int Finish, int Ends, int Begin) sweep;

    /// <param name="layout">Of the box.</param>
    /// <param name="stepper">What is done with a group.</param>
    /// <param name="memory">The state.</param>
    /// <param name="scratch">One a member of the crew.</param>
    public BoxRun(
        BoxLayout<TLanes, T> layout, BoxStepper<TLanes, T> stepper, BoxMemory<T> memory, BoxScratch<T>[] scratch)
    {
        this.layout = layout;
        this.stepper = stepper;
        this.memory = memory;
        columns = (group, member) =>
            stepper.Columns(group, sweep.Finish, sweep.Ends, sweep.Begin, memory, scratch[member]);
        rows = (group, member) => stepper.Rows(group, memory, scratch[member]);
    }

    /// <summary>Takes steps; returns the one at which the state was no longer finite, or 0.</summary>
    /// <param name="before">Number of steps that the run has taken before.</param>
    /// <param name="steps">Number of steps.</param>
    /// <param name="crew">Who shares the sweeps, if anybody.</param>
    public int Advance(int before, int steps, Crew? crew)
    {
        var last = stepper.Stages - 1;
        for (var step = 0; step < steps; step++)
        {
            for (var stage = 0; stage <= last; stage++)
            {
                var ends = stage == 0 && step > 0 ? before + step : 0;
                Columns(ends > 0 ? last : stage - 1, ends, stage, crew);
                if (ends > 0 && !IsFinite())
                {
                    return step;
                }

                Sweep(crew, layout.Planes.RowGroups, rows);
            }
        }

        if (steps > 0)
        {
            Columns(last, before + steps, -1, crew);
        }

        return 0;
    }

    private void Columns(int finish, int ends, int begin, Crew? crew)
    {
        sweep = (finish, ends, begin);
        if (ends > 0)
        {
            memory.Prepare(stepper.Same);
        }

        Sweep(crew, layout.Groups, columns);
        if (ends > 0)
        {
            memory.Turn();
        }
    }

    private static void Sweep(Crew? crew, int count, Action<int, int> work)
    {
        if (crew is not null)
        {
            crew.Sweep(count, work);
            return;
        }

        for (var group = 0; group < count; group++)
        {
            work(group, 0);
        }
    }

    // A value that is not finite spreads to all modes within one evaluation, so the mean and its neighbours tell.
    private bool IsFinite()
    {
        var sum = T.Zero;
        foreach (var field in memory.Sources)
        {
            foreach (var value in field[0].Values.Slice(2 * TLanes.Count, TLanes.Count))
            {
                sum += value * T.Zero;
            }
        }

        return sum == T.Zero;
    }
}
