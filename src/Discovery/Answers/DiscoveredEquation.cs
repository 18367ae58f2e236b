using System.Globalization;
using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>The terms that a fit chose for the rate of change of a field, with their uncertainty.</summary>
/// <param name="Field">The field whose rate of change, or whose model's error, the terms make up.</param>
/// <param name="Terms">Terms and coefficients.</param>
/// <param name="Deviations">Posterior standard deviation of each coefficient, in its units.</param>
public sealed record DiscoveredEquation(
    string Field, IReadOnlyList<WeightedTerm> Terms, IReadOnlyList<double> Deviations)
{
    /// <summary>The terms on the support of a fit of a library.</summary>
    public static DiscoveredEquation Of(string field, TermLibrary library, SparseFit fit)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(fit);
        var found = fit.Support.SelectMany(j => library.Parts(library.Terms[j]).Select(part => (
            Term: new WeightedTerm(fit.Weights[j] * part.Coefficient, part.Term),
            Deviation: fit.Deviations[j] * Math.Abs(part.Coefficient)))).ToArray();
        return new DiscoveredEquation(
            field, [.. found.Select(each => each.Term)], [.. found.Select(each => each.Deviation)]);
    }

    /// <summary>The imperfect equation with the discovered terms added: runs at once in the solvers.</summary>
    public Equation Correct(Equation imperfect)
    {
        ArgumentNullException.ThrowIfNull(imperfect);
        return imperfect.Plus(Field, Terms);
    }

    /// <summary><c>(0.500 ± 0.004) u_xx - (1.02 ± 0.03) u*u_x</c>, or <c>0</c>.</summary>
    public override string ToString() => Join(
        i => $"({Uncertain.Text(Math.Abs(Terms[i].Coefficient), Deviations[i])}) {Terms[i].Term}");

    /// <summary>The sum for LaTeX's mathematics mode.</summary>
    public string ToLatex() => Join(
        i => $@"({Uncertain.Latex(Math.Abs(Terms[i].Coefficient), Deviations[i])}) \, {Terms[i].Term.ToLatex()}");

    /// <summary>
    /// A C# expression of type double in variables named as the operands: <c>0.5 * u_xx - 1.02 * u * u_x</c>.
    /// </summary>
    public string ToCSharp() => Join(i => string.Join(" * ", Terms[i].Term.Factors
        .SelectMany(factor => Enumerable.Repeat(Identifier(factor.Operand.Text), factor.Power))
        .Prepend(Math.Abs(Terms[i].Coefficient).ToString("R", CultureInfo.InvariantCulture))));

    private string Join(Func<int, string> unsigned)
    {
        if (Terms.Count == 0)
        {
            return "0";
        }

        var parts = Terms.Select((term, i) => (i, term.Coefficient < 0) switch
        {
            (0, false) => unsigned(i),
            (0, true) => "-" + unsigned(i),
            (_, false) => " + " + unsigned(i),
            (_, true) => " - " + unsigned(i),
        });
        return string.Concat(parts);
    }

    private static string Identifier(string operand) =>
        string.Concat(operand.Select(letter => char.IsLetterOrDigit(letter) ? letter : '_')).Trim('_');
}
