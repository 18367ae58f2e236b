using System.Numerics;

namespace Sci.Solvers;

/// <summary>
/// Makes the history that a multistep scheme starts from, by one-step integration with smaller steps.
/// </summary>
/// <remarks>
/// Krogstad's scheme with 2 steps to the step where order 4 is enough, else with 1 and 2, or 1, 2 and 4, extrapolated
/// to order 5 or 6 (Hairer, Nørsett and Wanner, Solving ODEs I, II.9). An order one below the scheme's is enough: there
/// are a fixed number of starting steps.
/// </remarks>
internal sealed class Starter
{
    private readonly ProductProgram rest;

    public Starter(Scheme scheme, Complex[] linear, ProductProgram rest, double[]? filter)
    {
        Scheme = scheme;
        this.rest = rest;
        Ladder = [.. scheme.FirstSteps.Select(first => new Method(first, linear, filter))];
        (int Count, double Weight)[] table = scheme.Order switch
        {
            <= 5 => [(2, 1)],
            6 => [(1, -1.0 / 15), (2, 16.0 / 15)],
            _ => [(1, 1.0 / 465), (2, -48.0 / 465), (4, 512.0 / 465)],
        };
        Extrapolation = new Method.Row([.. table.Select((run, i) => (i, Uniform(run.Weight, linear.Length)))], []);
        Runs = [.. table.Select(run =>
            (run.Count, run.Weight, new Method(
                new Krogstad(scheme.TimeStep / run.Count), linear,
                filter is null ? null : [.. filter.Select(f => Math.Pow(f, 1.0 / run.Count))])))];
    }

    /// <summary>What is started.</summary>
    public Scheme Scheme { get; }

    /// <summary>How many smaller steps each run takes, what it counts, and how it steps.</summary>
    public (int Count, double Weight, Method Method)[] Runs { get; }

    /// <summary>What the runs count, as a row over their results.</summary>
    public Method.Row Extrapolation { get; }

    /// <summary>The methods of the first steps, with less memory each, where there are no smaller steps.</summary>
    public Method[] Ladder { get; }

    /// <summary>Whether the first steps are those of schemes with less memory.</summary>
    public bool IsLadder => Ladder.Length > 0;

    /// <summary>The working memory of one thread: the past states, and that of the one-step method.</summary>
    internal sealed record Memory(Complex[][] Past, Complex[] Sum, StepMemory Steps, StepMemory[] Ladder);

    public Memory NewMemory()
    {
        var modes = Runs[0].Method.Modes;
        return new Memory(
            [.. Enumerable.Range(0, Scheme.Memory).Select(_ => new Complex[modes])],
            new Complex[modes],
            new StepMemory(1, Runs[0].Method.Stages, modes),
            [.. Ladder.Select(first => new StepMemory(first.Inputs, first.Stages, modes))]);
    }

    /// <summary>
    /// Takes the first steps, at most as many as the scheme remembers, and fills its inputs; returns their number.
    /// </summary>
    public int Start(SpectralCore.Memory memory, int steps)
    {
        var start = memory.Start!;
        var count = Math.Min(Scheme.Memory, steps);
        var state = memory.Steps.State;
        for (var i = 0; i < count; i++)
        {
            state.CopyTo(start.Past[i], 0);
            if (IsLadder)
            {
                Climb(i, state, start, memory.Frame);
            }
            else
            {
                Step(state, start, memory.Frame);
            }
        }

        if (steps > count)
        {
            Fill(Scheme, count, start.Past, memory.Steps, memory.Frame);
        }

        return count;
    }

    private static Diagonal Uniform(double weight, int modes)
    {
        var factors = new Complex[modes];
        Array.Fill(factors, weight);
        return Diagonal.Of(factors)!;
    }

    // The inputs of a scheme after `count` steps, but for the current state.
    private void Fill(Scheme of, int count, Complex[][] pasts, StepMemory memory, Frame frame)
    {
        for (var i = 1; i < of.Inputs.Count; i++)
        {
            var past = pasts[count - of.Inputs[i].Lag];
            if (of.Inputs[i].IsTendency)
            {
                rest.Evaluate(past, memory.Source(i), frame);
            }
            else
            {
                past.CopyTo(memory.Source(i), 0);
            }
        }
    }

    private void Climb(int rung, Complex[] state, Memory start, Frame frame)
    {
        var steps = start.Ladder[rung];
        state.CopyTo(steps.State, 0);
        Fill(Ladder[rung].Scheme, rung, start.Past, steps, frame);
        SpectralCore.Step(Ladder[rung], rest, steps, frame);
        steps.State.CopyTo(state, 0);
    }

    private void Step(Complex[] state, Memory start, Frame frame)
    {
        start.Sum.AsSpan().Clear();
        foreach (var (count, weight, method) in Runs)
        {
            state.CopyTo(start.Steps.State, 0);
            for (var i = 0; i < count; i++)
            {
                SpectralCore.Step(method, rest, start.Steps, frame);
            }

            var result = start.Steps.State;
            for (var mode = 0; mode < result.Length; mode++)
            {
                start.Sum[mode] += weight * result[mode];
            }
        }

        start.Sum.CopyTo(state, 0);
    }
}
