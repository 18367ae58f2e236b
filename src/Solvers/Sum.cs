namespace Sci.Solvers;

/// <summary>Sums of weighted terms: merging, text, LaTeX.</summary>
internal static class Sum
{
    /// <summary>Equal terms merged into the first of them; terms with coefficient zero left out.</summary>
    public static WeightedTerm[] Merged(IEnumerable<WeightedTerm> terms) =>
        [.. terms.GroupBy(t => t.Term, t => t.Coefficient)
            .Select(group => new WeightedTerm(group.Sum(), group.Key))
            .Where(t => t.Coefficient != 0)];

    public static string Text(IReadOnlyList<WeightedTerm> terms) =>
        Join(terms, term => term.ToString(), term => term.Unsigned());

    public static string Latex(IReadOnlyList<WeightedTerm> terms) =>
        Join(terms, term => term.ToLatex(), term => term.UnsignedLatex());

    private static string Join(
        IReadOnlyList<WeightedTerm> terms, Func<WeightedTerm, string> first, Func<WeightedTerm, string> unsigned) =>
        terms.Count == 0
            ? "0"
            : first(terms[0]) + string.Concat(terms.Skip(1).Select(t =>
                (double.IsNegative(t.Coefficient) ? " - " : " + ") + unsigned(t)));
}
