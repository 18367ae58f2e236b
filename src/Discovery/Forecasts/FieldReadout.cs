using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>What sensors see of a state: some terms of the equation at some points, each divided by its unit.</summary>
/// <remarks>A vector of readings holds the first term at all sensors, then the second, and so on.</remarks>
public sealed class FieldReadout
{
    private readonly TermEvaluator evaluator;
    private readonly int[] points;
    private readonly double[] units;

    /// <summary>Sensors of the same terms at the same points in every state.</summary>
    /// <param name="equation">Names the fields of a state, the diagnosed ones included.</param>
    /// <param name="terms">What is seen, such as <c>psi1</c>.</param>
    /// <param name="points">Where, as indices into the grid.</param>
    /// <param name="units">What each term is divided by: its noise, or its size.</param>
    public FieldReadout(Equation equation, IReadOnlyList<Term> terms, IReadOnlyList<int> points,
        IReadOnlyList<double> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        evaluator = new TermEvaluator(equation, terms);
        this.points = [.. points];
        this.units = [.. units];
        if (units.Count != terms.Count)
        {
            throw new ArgumentException($"{terms.Count} terms need as many units, not {units.Count}.", nameof(units));
        }
    }

    /// <summary>Number of readings of a state.</summary>
    public int Count => units.Length * points.Length;

    /// <summary>The readings of one state.</summary>
    public void Read(ReadOnlySpan<double> state, Span<double> readings)
    {
        var fields = evaluator.Evaluate(state);
        for (var term = 0; term < units.Length; term++)
        {
            for (var i = 0; i < points.Length; i++)
            {
                readings[(term * points.Length) + i] = fields[term][points[i]] / units[term];
            }
        }
    }

    /// <summary>The readings of every state, shape [states, <see cref="Count"/>].</summary>
    public States Read(States states)
    {
        ArgumentNullException.ThrowIfNull(states);
        var readings = new States(states.Count, Count);
        Workers.For(states.Count, row => Read(states[row], readings[row]));
        return readings;
    }
}
