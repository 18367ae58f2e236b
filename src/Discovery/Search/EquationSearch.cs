using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>
/// Discovers evolution equations from data alone: no model is needed, only fields on grids and a library.
/// </summary>
/// <param name="Form">How ∂ₜu = Φw is written down: <see cref="WeakForm"/>, or <see cref="StrongForm"/> for clean
/// data.</param>
/// <param name="Selection">What chooses among the terms; it sees the rows compressed.</param>
public sealed record EquationSearch(IDataForm Form, ISparseRegression Selection)
{
    // A misfit this many deviations, and this share, above what noise explains is no chance.
    private const double Significant = 5;
    private const double Material = 1.3;
    private const double EvenOdds = 0.1;

    /// <summary>Terms with coefficients that are given: they go to the target, and back into the equation.</summary>
    public IReadOnlyList<WeightedTerm> Known { get; init; } = [];

    /// <summary>Linear relations among the coefficients: weights and deviations are those given them.</summary>
    public IReadOnlyList<LinearConstraint> Constraints { get; init; } = [];

    /// <summary>
    /// Signs (1 or -1) of coefficients by the terms' texts: a term found with the other sign leaves the library.
    /// </summary>
    public IReadOnlyDictionary<string, int> Signs { get; init; } = new Dictionary<string, int>();

    /// <summary>The equation for the rate of change of one field.</summary>
    /// <param name="trajectories">The data; grids, intervals, lengths and weights may differ.</param>
    /// <param name="field">The field whose rate of change is asked for.</param>
    /// <param name="library">The candidate terms.</param>
    public EquationAnswer Find(IReadOnlyList<FieldSeries> trajectories, string field, TermLibrary library)
    {
        ArgumentNullException.ThrowIfNull(trajectories);
        ArgumentNullException.ThrowIfNull(library);
        if (trajectories.All(series => series.Weight == 0))
        {
            throw new ArgumentException(
                "There are no data: give at least one trajectory, of a weight above 0.", nameof(trajectories));
        }

        var answer = FindFreely(trajectories, field, library);
        while (Wrong(answer.Fit) is { } name)
        {
            library = library.Without(Term.Parse(name));
            answer = FindFreely(trajectories, field, library);
        }

        return answer;
    }

    /// <summary>The equations of several fields from the same library, in the fields' order.</summary>
    public IReadOnlyList<EquationAnswer> Find(
        IReadOnlyList<FieldSeries> trajectories, IReadOnlyList<string> fields, TermLibrary library)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return [.. fields.Select(field => Find(trajectories, field, library))];
    }

    // Known terms are the last columns of the system; the regression does not see them.
    private EquationAnswer FindFreely(IReadOnlyList<FieldSeries> trajectories, string field, TermLibrary library)
    {
        var free = library.Without(Known.Select(known => known.Term));
        var system = Form.Of(trajectories, field, free.With(Known.Select(known => known.Term)));
        var known = Known.Select((term, i) => (Column: free.Terms.Count + i, Weight: term.Coefficient)).ToArray();
        var design = known.Aggregate(system.Compressed(), (rest, term) => rest.WithKnown(term.Column, term.Weight));
        if (!(design.Rows > 0))
        {
            throw new ArgumentException(
                "All observations that give rows have weight 0: nothing is left to fit.", nameof(trajectories));
        }

        var first = Selection.Fit(design.Keep([.. Enumerable.Range(0, free.Terms.Count)]));
        var fit = Conditioning.On(system.Refined(Selection, first, known), Constraints);
        double[] weights = [.. fit.Weights, .. known.Select(term => term.Weight)];
        var misfit = system.Misfit(weights);
        var found = DiscoveredEquation.Of(field, free, fit);
        return new EquationAnswer(
            found with { Terms = [.. found.Terms, .. Known], Deviations = [.. found.Deviations, .. Known.Select(_ => 0.0)] },
            free, fit, system.Residuals(weights), Fraction(design, fit), misfit.Ratio, [.. Warnings(fit, misfit)]);
    }

    // The term that is surest of the wrong sign.
    private string? Wrong(SparseFit fit)
    {
        var signs = Signs.ToDictionary(pair => Term.Parse(pair.Key).ToString(), pair => pair.Value);
        return fit.Support
            .Where(column => signs.TryGetValue(fit.Names[column], out var sign) && sign * fit.Weights[column] < 0)
            .OrderByDescending(
                column => Math.Abs(fit.Weights[column]) / Math.Max(fit.Deviations[column], double.Epsilon))
            .Select(column => fit.Names[column]).FirstOrDefault();
    }

    private static double Fraction(CompressedDesign design, SparseFit fit)
    {
        int[] support = [.. fit.Support];
        var residual = design.ResidualSquare(support, [.. support.Select(column => fit.Weights[column])]);
        return design.TargetSquare > 0 ? Math.Sqrt(residual / design.TargetSquare) : 0;
    }

    private static IEnumerable<string> Warnings(SparseFit fit, (double Ratio, double Deviation) misfit)
    {
        if (misfit.Ratio > Math.Max(Material, 1 + (Significant * misfit.Deviation)))
        {
            yield return FormattableString.Invariant(
                $"The residual is {Math.Sqrt(misfit.Ratio):g2} times what the noise of the data explains: ")
                + "a term of the truth is likely outside the library.";
        }

        if (!fit.Converged)
        {
            yield return "The search did not settle within its limit of steps.";
        }

        foreach (var alias in fit.Aliases)
        {
            yield return FormattableString.Invariant(
                $"The data hardly tell {fit.Names[alias.Selected]} from {fit.Names[alias.Other]} (cosine {alias.Correlation:f4}).");
        }

        foreach (var other in fit.RunnersUp.TakeWhile(other => other.Odds > EvenOdds))
        {
            var terms = string.Join(", ", other.Model.Support.Select(column => fit.Names[column]));
            yield return FormattableString.Invariant(
                $"The terms {(terms.Length == 0 ? "(none)" : terms)} have odds of {other.Odds:g2} to 1.");
        }
    }
}
