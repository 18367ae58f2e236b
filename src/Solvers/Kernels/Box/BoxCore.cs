using System.Collections.Concurrent;
using System.Numerics;
using Sci.Numerics;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>Carries states in a box forward with columns, then rows, in the lanes of vectors.</summary>
internal sealed class BoxCore<TLanes, T> : LaneCore
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private readonly ConcurrentBag<BoxMemory<T>> memories = [];
    private readonly ConcurrentBag<BoxScratch<T>> scratches = [];
    private readonly SpectralCore core;
    private readonly BoxLayout<TLanes, T> layout;
    private readonly BoxStepper<TLanes, T> stepper;

    public BoxCore(SpectralCore core)
    {
        this.core = core;
        layout = new BoxLayout<TLanes, T>(core.Grid);
        stepper = new BoxStepper<TLanes, T>(core, layout);
    }

    public override int Width => 1;

    /// <summary>Whether an equation in a box can be carried so.</summary>
    public static bool Fits(SpectralCore core) =>
        core.Fourier.Y is not null && BoxProgram<TLanes, T>.Fits(core.Rest) && BoxLayout<TLanes, T>.Fits(core.Grid);

    /// <inheritdoc/>
    public override void Advance(LaneWork work, int first, int threads)
    {
        if (work.Steps == 0)
        {
            return;
        }

        var memory = memories.TryTake(out var used) ? used : stepper.NewMemory();
        foreach (var remainder in memory.Remainders)
        {
            remainder.Values.Clear();
        }

        var one = core.Rent();
        var done = Begin(work, first, one);
        var alone = work.Earlier is null && stepper.Starts;
        for (var input = 0; input < (alone ? 1 : stepper.Inputs.Length); input++)
        {
            Put(one.Steps.Source(stepper.Inputs[input]), memory, input);
        }

        work.Failed[first] = work.Earlier is { } earlier
            ? Run(work, earlier, first, memory, one.Steps.State, threads)
            : Run(done, work.Steps - done, memory, threads) is var step and > 0 ? done + step : 0;
        Take(memory, 0, work.States[first], one.Steps.State);
        core.Return(one);
        memories.Add(memory);
        work.Judge(first);
    }

    // Fills the inputs of the first step; returns how many steps that has taken.
    private int Begin(LaneWork work, int row, SpectralCore.Memory one)
    {
        if (work.Earlier is { } earlier)
        {
            core.Load(one, work.States, earlier, row);
            return 0;
        }

        if (!stepper.Starts)
        {
            return core.Begin(work.States[row], work.Steps, one);
        }

        core.ToModes(work.States[row], one.Steps.State);
        return 0;
    }

    // With a history, whose last states are brought to the points one by one.
    private int Run(
        LaneWork work, IReadOnlyList<States> earlier, int row, BoxMemory<T> memory, Complex[] modes, int threads)
    {
        SpectralCore.Shift(earlier, row, work.Steps);
        // No first step: as many have been taken as the scheme remembers.
        var (before, done) = (earlier.Count, work.Steps - work.Kept);
        var failed = Run(before, done, memory, threads);
        for (; done < work.Steps && failed == 0; done++)
        {
            Take(memory, 0, earlier[work.Steps - done - 1][row], modes);
            Run(before + done, 1, memory, threads);
        }

        for (var input = 1; input < stepper.Inputs.Length; input++)
        {
            // A filter changes older states too: what the scheme holds of them counts.
            if (core.Method.Scheme.Inputs[stepper.Inputs[input]] is (var lag, false))
            {
                Take(memory, input, earlier[lag - 1][row], modes);
            }
        }

        return failed;
    }

    private int Run(int before, int steps, BoxMemory<T> memory, int threads)
    {
        BoxScratch<T>[] scratch = [.. Enumerable.Range(0, threads)
            .Select(_ => scratches.TryTake(out var used) ? used : stepper.NewScratch())];
        var run = new BoxRun<TLanes, T>(layout, stepper, memory, scratch);
        var failed = 0;
        if (threads == 1)
        {
            failed = run.Advance(before, steps, crew: null);
        }
        else
        {
            Crew.Run(threads, crew => failed = run.Advance(before, steps, crew));
        }

        foreach (var one in scratch)
        {
            scratches.Add(one);
        }

        return failed;
    }

    private void Put(ReadOnlySpan<Complex> modes, BoxMemory<T> memory, int input)
    {
        for (var field = 0; field < memory.Sources.Length; field++)
        {
            var waves = memory.Sources[field][input].Values;
            var from = modes.Slice(field * core.Fourier.Modes, core.Fourier.Modes);
            for (var at = 0; at < layout.Modes.Length; at++)
            {
                var (wave, lane) = Math.DivRem(at, TLanes.Count);
                var value = layout.Modes[at] < 0 ? Complex.Zero : from[layout.Modes[at]];
                waves[(2 * TLanes.Count * wave) + lane] = T.CreateTruncating(value.Real);
                waves[(2 * TLanes.Count * wave) + TLanes.Count + lane] = T.CreateTruncating(value.Imaginary);
            }
        }
    }

    // Brings an input to the points, by way of its modes.
    private void Take(BoxMemory<T> memory, int input, Span<double> state, Complex[] modes)
    {
        for (var field = 0; field < memory.Sources.Length; field++)
        {
            var waves = memory.Sources[field][input].Values;
            var to = modes.AsSpan(field * core.Fourier.Modes, core.Fourier.Modes);
            for (var at = 0; at < layout.Modes.Length; at++)
            {
                var (wave, lane) = Math.DivRem(at, TLanes.Count);
                if (layout.Modes[at] >= 0)
                {
                    to[layout.Modes[at]] = new Complex(
                        double.CreateTruncating(waves[(2 * TLanes.Count * wave) + lane]),
                        double.CreateTruncating(waves[(2 * TLanes.Count * wave) + TLanes.Count + lane]));
                }
            }

            Mirror(to);
        }

        core.ToState(modes, state);
    }

    // Of the columns 0 and n/2 the lanes hold one half; the other is its conjugate.
    private void Mirror(Span<Complex> modes)
    {
        var (rows, width) = (core.Fourier.Y!.Points, core.Fourier.ModesX);
        for (var row = 1; row < rows / 2; row++)
        {
            modes[(rows - row) * width] = Complex.Conjugate(modes[row * width]);
            modes[((rows - row) * width) + width - 1] = Complex.Conjugate(modes[(row * width) + width - 1]);
        }
    }
}
