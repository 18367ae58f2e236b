namespace Sci.Solvers;

/// <summary>What a grid and a set of fields allow in a term.</summary>
internal static class TermRules
{
    /// <summary>
    /// The term as <paramref name="grid"/> writes it: on a line the Laplacian is the second derivative.
    /// </summary>
    public static Term OnGrid(Term term, Grid grid) => grid.Axes is [{ Name: "x" }]
        ? new Term(term.Factors.Select(f => f with { Operand = OnLine(f.Operand) }))
        : term;

    /// <summary>What forbids the term, with the token to blame, or nothing.</summary>
    public static (string Token, string Text)? Problem(Term term, Grid grid, IReadOnlyCollection<string> fields)
    {
        foreach (var field in term.Fields.Where(field => !fields.Contains(field)))
        {
            return (field, $"'{field}' in '{term}' is not a field of this equation; the nearest is '{Nearest.To(field, fields)}'");
        }

        var flat = grid.Axes.All(axis => axis.Name != "y");
        return flat && term.Factors.Any(f => NeedsY(f.Operand))
            ? ("_", $"'{term}' differentiates in y, but the grid has only the axis x")
            : null;
    }

    private static Operand OnLine(Operand operand) => operand is Derivative { Laplacian: > 0 } d
        ? new Derivative(d.Product, d.X + (2 * d.Laplacian), d.Y, 0, d.IsZonal, d.IsRoot)
        : operand;

    private static bool NeedsY(Operand operand) => operand is Jacobian or Derivative { Y: > 0 };
}
