namespace Sci.Solvers;

/// <summary>A mean over the box of a sum of terms: a mass, an energy, an enstrophy.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Terms">The sum, in the fields of an equation, its diagnosed and given ones included.</param>
public sealed record Quantity(string Name, IReadOnlyList<WeightedTerm> Terms)
{
    /// <summary>Reads the sum: <c>-0.5*psi*w</c>.</summary>
    /// <exception cref="FormatException">The text is no sum of terms.</exception>
    public static Quantity Parse(string name, string sum) => new(name, EquationParser.Terms(sum));
}
