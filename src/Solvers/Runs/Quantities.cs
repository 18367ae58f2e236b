using System.Buffers;

namespace Sci.Solvers;

/// <summary>Values of quantities of single states; safe on any number of threads.</summary>
public sealed class Quantities
{
    private readonly TermEvaluator evaluator;
    private readonly (int Term, double Coefficient)[][] sums;

    /// <summary>Quantities in the fields of an equation.</summary>
    /// <exception cref="ArgumentException">A term uses a field or a direction that the equation does not
    /// know.</exception>
    public Quantities(Equation equation, IReadOnlyList<Quantity> quantities)
    {
        ArgumentNullException.ThrowIfNull(equation);
        ArgumentNullException.ThrowIfNull(quantities);
        Names = [.. quantities.Select(quantity => quantity.Name)];
        Term[] terms = [.. quantities.SelectMany(quantity => quantity.Terms).Select(term => term.Term).Distinct()];
        evaluator = new TermEvaluator(equation, terms);
        sums = [.. quantities.Select(quantity => quantity.Terms.Select(
            term => (Array.IndexOf(terms, term.Term), term.Coefficient)).ToArray())];
    }

    /// <summary>Names, in the order of the values.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The values of a state, in the units of the terms.</summary>
    public double[] Of(ReadOnlySpan<double> state)
    {
        var (means, points) = (new double[evaluator.Terms.Count], evaluator.Equation.Grid.Points);
        // A run asks at every save; left to the collector, large arrays would pile up between two full collections.
        var memory = ArrayPool<double>.Shared.Rent(means.Length * points);
        var terms = memory.AsSpan(0, means.Length * points);
        evaluator.Evaluate(state, terms);
        for (var term = 0; term < means.Length; term++)
        {
            foreach (var value in terms.Slice(term * points, points))
            {
                means[term] += value / points;
            }
        }

        ArrayPool<double>.Shared.Return(memory);
        return [.. sums.Select(sum => sum.Sum(part => part.Coefficient * means[part.Term]))];
    }
}
