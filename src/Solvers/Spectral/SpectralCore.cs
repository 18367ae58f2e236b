using System.Collections.Concurrent;
using System.Numerics;
using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>
/// Carries one state forward in modes: an equation, a scheme and the grid of its products, all fixed.
/// </summary>
internal sealed class SpectralCore
{
    private readonly ConcurrentBag<Memory> pool = [];
    private readonly ProductGrid grid;

    public SpectralCore(Equation equation, Scheme scheme, Dealiasing dealiasing, ExponentialFilter? filter)
        : this(equation, scheme, dealiasing, filter, stencil: null)
    {
    }

    public SpectralCore(
        Equation equation, Scheme scheme, Dealiasing dealiasing, ExponentialFilter? filter, Stencil? stencil)
    {
        Equation = equation;
        grid = new ProductGrid(equation.Grid, dealiasing, stencil);
        Linear = LinearPart.Symbol(equation, scheme, Fourier);
        Rest = LinearPart.Rest(equation, scheme, grid);
        var factors = filter?.Factors(Fourier);
        Method = new Method(scheme, Linear, factors);
        Starter = scheme.Memory > 0 ? new Starter(scheme, Linear, Rest, factors) : null;
    }

    public Equation Equation { get; }

    public Fourier Fourier => grid.Coarse;

    public ProductGrid Grid => grid;

    public Complex[] Linear { get; }

    public ProductProgram Rest { get; }

    public Method Method { get; }

    /// <summary>How a multistep scheme starts.</summary>
    public Starter? Starter { get; }

    /// <summary>The working memory of one thread.</summary>
    internal sealed record Memory(StepMemory Steps, Frame Frame, Starter.Memory? Start);

    public Memory Rent() => pool.TryTake(out var memory)
        ? memory
        : new Memory(
            new StepMemory(Method.Inputs, Method.Stages, Linear.Length), Rest.NewFrame(), Starter?.NewMemory());

    public void Return(Memory memory) => pool.Add(memory);

    /// <summary>Modes of all fields of a state.</summary>
    public void ToModes(ReadOnlySpan<double> state, Span<Complex> modes)
    {
        for (var f = 0; f < Equation.Fields.Count; f++)
        {
            Fourier.Forward(
                state.Slice(f * Fourier.Points, Fourier.Points), modes.Slice(f * Fourier.Modes, Fourier.Modes));
        }
    }

    /// <summary>The state of the given modes.</summary>
    public void ToState(ReadOnlySpan<Complex> modes, Span<double> state)
    {
        for (var f = 0; f < Equation.Fields.Count; f++)
        {
            Fourier.Inverse(
                modes.Slice(f * Fourier.Modes, Fourier.Modes), state.Slice(f * Fourier.Points, Fourier.Points));
        }
    }

    /// <summary>One step of a method.</summary>
    public static void Step(Method method, ProductProgram rest, StepMemory memory, Frame frame)
    {
        for (var stage = 0; stage < method.Stages; stage++)
        {
            rest.Evaluate(memory.Stage(method.Stage(stage)), memory.Tendency(stage), frame);
        }

        memory.Turn(method);
    }

    /// <summary>Fills the inputs of the method from a state and those before it, newest first.</summary>
    public void Load(Memory memory, States states, IReadOnlyList<States> earlier, int row)
    {
        var inputs = Method.Scheme.Inputs;
        for (var i = 0; i < inputs.Count; i++)
        {
            var (lag, isTendency) = inputs[i];
            ToModes(lag == 0 ? states[row] : earlier[lag - 1][row], memory.Steps.Source(i));
            if (isTendency)
            {
                var scratch = memory.Steps.Tendency(0);
                memory.Steps.Source(i).CopyTo(scratch, 0);
                Rest.Evaluate(scratch, memory.Steps.Source(i), memory.Frame);
            }
        }
    }

    /// <summary>
    /// Carries a state with its history forward, both in place; returns the step at which it was no longer finite, or
    /// 0.
    /// </summary>
    public int Advance(States states, IReadOnlyList<States> earlier, int row, int steps, Memory memory)
    {
        Load(memory, states, earlier, row);
        Shift(earlier, row, steps);
        var blownUp = 0;
        for (var done = 0; done < steps && blownUp == 0; done++)
        {
            if (steps - done <= earlier.Count)
            {
                ToState(memory.Steps.State, earlier[steps - done - 1][row]);
            }

            Step(Method, Rest, memory.Steps, memory.Frame);
            blownUp = IsFinite(memory.Steps.State) ? 0 : done + 1;
        }

        KeepFiltered(earlier, row, memory);
        ToState(memory.Steps.State, states[row]);
        return blownUp != 0 || AllFinite(states[row]) ? blownUp : steps;
    }

    /// <summary>Moves on what fewer steps than the scheme remembers leave of a history.</summary>
    public static void Shift(IReadOnlyList<States> earlier, int row, int steps)
    {
        for (var lag = earlier.Count; lag > steps; lag--)
        {
            earlier[lag - steps - 1][row].CopyTo(earlier[lag - 1][row]);
        }
    }

    // A filter changes older states too: what the scheme holds of them counts.
    private void KeepFiltered(IReadOnlyList<States> earlier, int row, Memory memory)
    {
        for (var i = 1; i < Method.Inputs; i++)
        {
            var (lag, isTendency) = Method.Scheme.Inputs[i];
            if (!isTendency)
            {
                ToState(memory.Steps.Source(i), earlier[lag - 1][row]);
            }
        }
    }

    /// <summary>Fills the inputs of the first step from a state alone; returns how many steps that has taken.</summary>
    public int Begin(ReadOnlySpan<double> state, int steps, Memory memory)
    {
        ToModes(state, memory.Steps.State);
        return Starter?.Start(memory, steps) ?? 0;
    }

    /// <summary>
    /// Carries one state forward by <paramref name="steps"/> steps; returns the step at which it was no longer finite,
    /// or 0.
    /// </summary>
    public int Advance(Span<double> state, int steps, Memory memory)
    {
        var done = Begin(state, steps, memory);
        var blownUp = 0;
        while (done < steps && blownUp == 0)
        {
            Step(Method, Rest, memory.Steps, memory.Frame);
            done++;
            blownUp = IsFinite(memory.Steps.State) ? 0 : done;
        }

        ToState(memory.Steps.State, state);
        return blownUp != 0 || AllFinite(state) ? blownUp : steps;
    }

    // A value that is not finite spreads to all modes within one evaluation, so the mean and its neighbour tell.
    public static bool IsFinite(Complex[] modes) => Complex.IsFinite(modes[0] + modes[modes.Length > 1 ? 1 : 0]);

    public static bool AllFinite(ReadOnlySpan<double> state)
    {
        var sum = 0.0;
        foreach (var value in state)
        {
            sum += value * 0;
        }

        return sum == 0;
    }
}
