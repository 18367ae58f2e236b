using System.Collections.Concurrent;
using System.Numerics;
using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>
/// Evaluates a list of terms at the points of the grid, derivatives spectral, products point by point.
/// </summary>
/// <remarks>
/// The terms share the transforms of their factors. Immutable and safe on any number of threads; an evaluation into the
/// caller's memory allocates nothing once it has run on a thread.
/// </remarks>
public sealed class TermEvaluator
{
    private readonly ConcurrentBag<Memory> pool = [];
    private readonly ProductGrid grid;
    private readonly ProductProgram factors;
    private readonly Product[][] products;

    /// <summary>An evaluator of terms in fields that stand side by side in a state.</summary>
    /// <param name="grid">The periodic box.</param>
    /// <param name="fields">Names of the fields, in the order of the state.</param>
    /// <param name="terms">The terms.</param>
    /// <exception cref="ArgumentException">A term uses a field or a direction that is not there.</exception>
    public TermEvaluator(Grid grid, IReadOnlyList<string> fields, IReadOnlyList<Term> terms)
        : this(Equation.Parse(grid, string.Join(';', (fields ?? throw new ArgumentNullException(nameof(fields))).Select(f => $"{f}_t = 0"))), terms)
    {
    }

    /// <summary>An evaluator of terms in the fields of an equation, its diagnosed and given ones included.</summary>
    /// <exception cref="ArgumentException">A term uses a field or a direction that the equation does not
    /// know.</exception>
    public TermEvaluator(Equation equation, IReadOnlyList<Term> terms)
    {
        ArgumentNullException.ThrowIfNull(equation);
        ArgumentNullException.ThrowIfNull(terms);
        Equation = equation;
        Terms = terms;
        foreach (var term in terms)
        {
            if (TermRules.Problem(term, equation.Grid, [.. equation.Fields, .. equation.Diagnosed, .. equation.Given.Keys]) is { } problem)
            {
                throw new ArgumentException($"{problem.Text}.", nameof(terms));
            }
        }

        grid = new ProductGrid(equation.Grid, Dealiasing.None, stencil: null);
        var builder = new ProgramBuilder(equation, grid);
        products = [.. terms.Select(
            term => builder.Expanded(new WeightedTerm(1, TermRules.OnGrid(term, equation.Grid))).ToArray())];
        factors = builder.Build(results: 0);
    }

    /// <summary>The equation that names the fields.</summary>
    public Equation Equation { get; }

    /// <summary>The terms, in the order of the results.</summary>
    public IReadOnlyList<Term> Terms { get; }

    private sealed record Memory(Complex[] Modes, Frame Frame);

    /// <summary>All terms of one state.</summary>
    /// <param name="state">The fields one after another.</param>
    /// <param name="results">One row a term, each of the grid's number of points.</param>
    public void Evaluate(ReadOnlySpan<double> state, Span<double> results)
    {
        var points = Equation.Grid.Points;
        if (state.Length != Equation.Size || results.Length != Terms.Count * points)
        {
            throw new ArgumentException(
                $"{Terms.Count} terms of a state of {Equation.Size} values need room for {Terms.Count * points}; "
                + $"the state has {state.Length}, the room {results.Length}.");
        }

        if (!pool.TryTake(out var memory))
        {
            memory = new Memory(new Complex[Equation.Fields.Count * grid.Coarse.Modes], factors.NewFrame());
        }

        Factors(state, memory);
        for (var term = 0; term < products.Length; term++)
        {
            var sum = results.Slice(term * points, points);
            for (var i = 0; i < products[term].Length; i++)
            {
                products[term][i].Evaluate(memory.Frame, sum, add: i > 0);
            }
        }

        pool.Add(memory);
    }

    /// <summary>All terms of one state, shape [terms, points].</summary>
    public States Evaluate(ReadOnlySpan<double> state)
    {
        var results = new States(Terms.Count, Equation.Grid.Points);
        Evaluate(state, results.Values);
        return results;
    }

    private void Factors(ReadOnlySpan<double> state, Memory memory)
    {
        var (points, modes) = (grid.Coarse.Points, grid.Coarse.Modes);
        for (var f = 0; f < Equation.Fields.Count; f++)
        {
            grid.Coarse.Forward(state.Slice(f * points, points), memory.Modes.AsSpan(f * modes, modes));
        }

        factors.Evaluate(memory.Modes, [], memory.Frame);
    }
}
