namespace Sci.Discovery;

/// <summary>The equation that data alone give for the rate of change of a field, and how sure it is.</summary>
/// <param name="Equation">Terms, coefficients and deviations, known terms among them; as text, LaTeX and C#.</param>
/// <param name="Library">The candidate terms, in the order of the columns of <paramref name="Fit"/>.</param>
/// <param name="Fit">Inclusion odds, models passed over and their odds, the path, aliases, covariance.</param>
/// <param name="Residuals">Where the equation fails, one map a trajectory.</param>
/// <param name="ResidualFraction">Root mean square of the residual over that of the rate of change.</param>
/// <param name="Misfit">
/// Mean square of the residual over what the measured noise and the discretisation explain; near 1 for the truth.
/// </param>
/// <param name="Warnings">Whole sentences: the truth may be outside the library, terms cannot be told apart, odds are
/// even.</param>
public sealed record EquationAnswer(
    DiscoveredEquation Equation,
    TermLibrary Library,
    SparseFit Fit,
    IReadOnlyList<ResidualMap> Residuals,
    double ResidualFraction,
    double Misfit,
    IReadOnlyList<string> Warnings)
{
    /// <summary>
    /// The models passed over as equations without deviations, likeliest first, with their odds against the chosen one.
    /// </summary>
    public IEnumerable<(string Model, double Odds)> RunnersUp => Fit.RunnersUp.Select(other =>
        (string.Join(" + ", other.Model.Support.Select(column => Fit.Names[column])) is { Length: > 0 } text
            ? text : "0", other.Odds));

    /// <summary><c>u_t = (0.500 ± 0.004) u_xx</c>.</summary>
    public override string ToString() => $"{Equation.Field}_t = {Equation}";

    /// <summary>The equation for LaTeX's mathematics mode.</summary>
    public string ToLatex() => $@"{Sci.Solvers.Term.Parse($"{Equation.Field}").ToLatex()}_{{t}} = {Equation.ToLatex()}";
}
