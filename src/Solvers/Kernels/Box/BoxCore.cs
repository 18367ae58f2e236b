using System.Collections.Concurrent;
using System.Numerics;
using Sci.Numerics;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>Carries states in a box forward with columns, then rows, in the lanes of vectors.</summary>
internal sealed class BoxCore<TLanes> : LaneCore
    where TLanes : unmanaged, ILanes<TLanes>
{
    private readonly ConcurrentBag<BoxMemory> memories = [];
    private readonly ConcurrentBag<BoxScratch> scratches = [];
    private readonly SpectralCore core;
    private readonly BoxLayout<TLanes> layout;
    private readonly BoxStepper<TLanes> stepper;

    public BoxCore(SpectralCore core)
    {
        this.core = core;
        layout = new BoxLayout<TLanes>(core.Grid);
        stepper = new BoxStepper<TLanes>(core, layout);
    }

    public override int Width => 1;

    /// <summary>Whether an equation in a box can be carried so.</summary>
    public static bool Fits(SpectralCore core) =>
        core.Fourier.Y is not null && BoxProgram<TLanes>.Fits(core.Rest) && BoxLayout<TLanes>.Fits(core.Grid);

    public override void Advance(States states, int first, int steps, int[] failed) =>
        Advance(states, first, steps, failed, threads: 1);

    /// <inheritdoc/>
    public override void Advance(States states, int first, int steps, int[] failed, int threads)
    {
        if (steps == 0)
        {
            return;
        }

        var memory = memories.TryTake(out var used) ? used : stepper.NewMemory();
        var one = core.Rent();
        var done = Begin(states[first], steps, one);
        for (var input = 0; input < (stepper.Starts ? 1 : stepper.Inputs.Length); input++)
        {
            Put(one.Steps.Source(stepper.Inputs[input]), memory, input);
        }

        failed[first] = Run(done, steps - done, memory, threads) is var step and > 0 ? done + step : 0;
        Take(memory, one.Steps.State);
        core.ToState(one.Steps.State, states[first]);
        core.Return(one);
        memories.Add(memory);
        failed[first] = failed[first] != 0 || SpectralCore.AllFinite(states[first]) ? failed[first] : steps;
    }

    private int Begin(ReadOnlySpan<double> state, int steps, SpectralCore.Memory one)
    {
        if (!stepper.Starts)
        {
            return core.Begin(state, steps, one);
        }

        core.ToModes(state, one.Steps.State);
        return 0;
    }

    private int Run(int before, int steps, BoxMemory memory, int threads)
    {
        BoxScratch[] scratch = [.. Enumerable.Range(0, threads)
            .Select(_ => scratches.TryTake(out var used) ? used : stepper.NewScratch())];
        var run = new BoxRun<TLanes>(layout, stepper, memory, scratch);
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

    private void Put(ReadOnlySpan<Complex> modes, BoxMemory memory, int input)
    {
        for (var field = 0; field < memory.Sources.Length; field++)
        {
            var waves = memory.Sources[field][input].Values;
            var from = modes.Slice(field * core.Fourier.Modes, core.Fourier.Modes);
            for (var at = 0; at < layout.Modes.Length; at++)
            {
                var (wave, lane) = Math.DivRem(at, TLanes.Count);
                var value = layout.Modes[at] < 0 ? Complex.Zero : from[layout.Modes[at]];
                waves[(2 * TLanes.Count * wave) + lane] = value.Real;
                waves[(2 * TLanes.Count * wave) + TLanes.Count + lane] = value.Imaginary;
            }
        }
    }

    private void Take(BoxMemory memory, Span<Complex> modes)
    {
        for (var field = 0; field < memory.Sources.Length; field++)
        {
            var waves = memory.Sources[field][0].Values;
            var to = modes.Slice(field * core.Fourier.Modes, core.Fourier.Modes);
            for (var at = 0; at < layout.Modes.Length; at++)
            {
                var (wave, lane) = Math.DivRem(at, TLanes.Count);
                if (layout.Modes[at] >= 0)
                {
                    to[layout.Modes[at]] = new Complex(
                        waves[(2 * TLanes.Count * wave) + lane],
                        waves[(2 * TLanes.Count * wave) + TLanes.Count + lane]);
                }
            }

            Mirror(to);
        }
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
