using System.Numerics;
using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>
/// Carries a state and its derivatives with respect to coefficients of the equation forward together.
/// </summary>
/// <remarks>
/// The derivative of the discrete step, not of the equation: for a term of N the tangent of the step with the term as a
/// source at every stage; for a term of L the derivatives of the weights besides.
/// </remarks>
internal sealed class Responses
{
    private readonly SpectralCore core;
    private readonly ProductProgram sources;
    private readonly Coefficient[] coefficients;
    private readonly bool anyLinear;
    private readonly int modes;

    public Responses(SpectralCore core, IReadOnlyList<FieldTerm> terms)
    {
        this.core = core;
        modes = core.Fourier.Modes;
        CheckTerms(core.Equation, terms);
        var builder = new ProgramBuilder(core.Equation, core.Grid);
        var nonlinear = 0;
        coefficients = new Coefficient[terms.Count];
        for (var j = 0; j < terms.Count; j++)
        {
            var (field, term) = (terms[j].Field, TermRules.OnGrid(terms[j].Term, core.Equation.Grid));
            var start = IndexOf(field, core.Equation.Fields) * modes;
            if (LinearPart.Holds(core.Equation, core.Method.Scheme, field, term))
            {
                var symbol = core.Fourier.Symbol((Derivative)term.Factors[0].Operand);
                coefficients[j] = new Coefficient(start, -1, Diagonal.Of(symbol) ?? Diagonal.Zero(modes));
            }
            else
            {
                builder.Add(nonlinear, new WeightedTerm(1, term));
                coefficients[j] = new Coefficient(start, nonlinear++, null);
            }
        }

        anyLinear = coefficients.Any(c => c.Symbol is not null);
        sources = builder.Build(nonlinear);
    }

    // Where the field begins in a state, which result of the sources is the term, or the symbol of a term of L.
    private sealed record Coefficient(int Start, int Source, Diagonal? Symbol);

    /// <summary>Working memory for one state; the changes are those for the terms, then the perturbations.</summary>
    internal sealed record Memory(
        SpectralCore.Memory Forward, StepMemory[] Changes, Complex[] Sources, Frame SourceFrame, Frame ChangeFrame,
        Complex[][] Slopes);

    public Memory NewMemory(int perturbations)
    {
        var size = core.Linear.Length;
        return new Memory(
            core.Rent(),
            [.. Enumerable.Range(0, coefficients.Length + perturbations)
                .Select(_ => new StepMemory(core.Method.Inputs, core.Method.Stages, size))],
            new Complex[sources.Results * modes],
            sources.NewFrame(),
            core.Rest.NewFrame(),
            [.. Enumerable.Range(0, core.Method.Inputs).Select(_ => new Complex[size])]);
    }

    /// <summary>
    /// Carries state <paramref name="row"/> with its responses and perturbations forward; returns the step at which it
    /// failed, or 0.
    /// </summary>
    public int Run(
        States states, IReadOnlyList<States> earlier, int row, int steps, States responses, States perturbations,
        Memory memory)
    {
        core.Load(memory.Forward, states, earlier, row);
        Start(earlier, row, memory);
        for (var j = 0; j < memory.Changes.Length; j++)
        {
            core.ToModes(Change(responses, perturbations, row, j, memory), memory.Changes[j].State);
        }

        var blownUp = 0;
        for (var done = 0; done < steps && blownUp == 0; done++)
        {
            Step(memory);
            blownUp = SpectralCore.IsFinite(memory.Forward.Steps.State) ? 0 : done + 1;
        }

        core.ToState(memory.Forward.Steps.State, states[row]);
        for (var j = 0; j < memory.Changes.Length; j++)
        {
            core.ToState(memory.Changes[j].State, Change(responses, perturbations, row, j, memory));
        }

        return blownUp;
    }

    private Span<double> Change(States responses, States perturbations, int row, int j, Memory memory)
    {
        var terms = coefficients.Length;
        return j < terms
            ? responses[(row * terms) + j]
            : perturbations[(row * (memory.Changes.Length - terms)) + j - terms];
    }

    private static void CheckTerms(Equation equation, IReadOnlyList<FieldTerm> terms)
    {
        string[] known = [.. equation.Fields, .. equation.Diagnosed, .. equation.Given.Keys];
        foreach (var (_, term) in terms)
        {
            if (TermRules.Problem(term, equation.Grid, known) is { } problem)
            {
                throw new ArgumentException($"{problem.Text}.", nameof(terms));
            }
        }
    }

    private static int IndexOf(string field, IReadOnlyList<string> fields)
    {
        for (var f = 0; f < fields.Count; f++)
        {
            if (fields[f] == field)
            {
                return f;
            }
        }

        throw new ArgumentException(
            $"'{field}' does not evolve in this equation; the nearest field that does is '{Nearest.To(field, fields)}'.", nameof(field));
    }

    // The states are given, but the remembered tendencies hold the terms.
    private void Start(IReadOnlyList<States> earlier, int row, Memory memory)
    {
        var inputs = core.Method.Scheme.Inputs;
        for (var i = 0; i < inputs.Count; i++)
        {
            if (inputs[i].IsTendency)
            {
                var scratch = memory.Forward.Steps.Tendency(0);
                core.ToModes(earlier[inputs[i].Lag - 1][row], scratch);
                sources.Evaluate(scratch, memory.Sources, memory.SourceFrame);
            }

            for (var j = 0; j < memory.Changes.Length; j++)
            {
                memory.Changes[j].Source(i).AsSpan().Clear();
                if (inputs[i].IsTendency)
                {
                    AddSource(j, memory, memory.Changes[j].Source(i));
                }
            }
        }
    }

    private void Step(Memory memory)
    {
        var forward = memory.Forward;
        for (var stage = 0; stage < core.Method.Stages; stage++)
        {
            var row = core.Method.Stage(stage);
            var argument = forward.Steps.Stage(row);
            core.Rest.Evaluate(argument, forward.Steps.Tendency(stage), forward.Frame);
            core.Rest.Linearise(forward.Frame);
            sources.Evaluate(argument, memory.Sources, memory.SourceFrame);
            Slope(row, memory, memory.Slopes[0]);
            for (var j = 0; j < memory.Changes.Length; j++)
            {
                var change = memory.Changes[j].Stage(row);
                AddSlope(j, row, memory.Slopes[0], change);
                core.Rest.Tangent(change, memory.Changes[j].Tendency(stage), memory.ChangeFrame, forward.Frame);
                AddSource(j, memory, memory.Changes[j].Tendency(stage));
            }
        }

        Turn(memory);
    }

    private void Turn(Memory memory)
    {
        for (var i = 0; i < core.Method.Inputs; i++)
        {
            Slope(core.Method.Output(i), memory, memory.Slopes[i]);
        }

        memory.Forward.Steps.Turn(core.Method);
        for (var j = 0; j < memory.Changes.Length; j++)
        {
            memory.Changes[j].Turn(core.Method);
            for (var i = 0; i < core.Method.Inputs; i++)
            {
                AddSlope(j, core.Method.Output(i), memory.Slopes[i], memory.Changes[j].Source(i));
            }
        }
    }

    // Σ ∂weight/∂L · source: what a change of L adds to a row, but for the symbol of the change.
    private void Slope(Method.Row row, Memory memory, Complex[] destination)
    {
        if (anyLinear && row.Slopes.Length > 0)
        {
            memory.Forward.Steps.Combine(row.Slopes, destination);
        }
    }

    private void AddSlope(int j, Method.Row row, Complex[] slope, Complex[] change)
    {
        if (j < coefficients.Length && coefficients[j] is (var start, _, { } symbol) && row.Slopes.Length > 0)
        {
            symbol.Add(slope.AsSpan(start, modes), change.AsSpan(start, modes));
        }
    }

    private void AddSource(int j, Memory memory, Complex[] change)
    {
        if (j < coefficients.Length && coefficients[j] is (var start, var source and >= 0, _))
        {
            Pointwise.Add(memory.Sources.AsSpan(source * modes, modes), change.AsSpan(start, modes));
        }
    }
}
