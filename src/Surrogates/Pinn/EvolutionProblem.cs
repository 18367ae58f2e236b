using Sci.Solvers;

namespace Sci.Surrogates;

/// <summary>An evolution equation on a line, from an initial state over a time.</summary>
/// <param name="Equation">For one field; its grid is the line.</param>
/// <param name="Initial">The state at time 0, periodic on the line.</param>
/// <param name="Duration">The time.</param>
/// <param name="Ends">What happens at the ends of the line.</param>
public sealed record EvolutionProblem(Equation Equation, PeriodicSeries Initial, double Duration, LineEnds Ends)
{
    /// <summary>Left end of the line.</summary>
    public double Left => Equation.Grid.Axes[0].Origin;

    /// <summary>Right end of the line.</summary>
    public double Right => Left + Equation.Grid.Axes[0].Length;

    /// <summary>Highest derivative in space.</summary>
    public int Order => Equation.Terms.Max(term => term.Term.Order);
}
