namespace Sci.Discovery;

/// <summary>
/// The sequential relevance vector machine: one column in, out or re-weighed at a time, standardised.
/// </summary>
/// <remarks>
/// Tipping and Faul (2003), with s and q of columns in the model as 1/Σ - α and μ/Σ. With a price of 0 it is the
/// textbook's, which keeps an irrelevant column with probability 0.317; alone, it can stop short of terms that are
/// needed jointly.
/// </remarks>
/// <param name="Noise">The variance of the rows: known, or estimated with a floor.</param>
/// <param name="Penalty">The log evidence that a term must be worth.</param>
/// <param name="Protected">Names of columns that are in every model.</param>
/// <param name="MaximumActions">Limit on additions, deletions and re-estimates.</param>
public sealed record TippingFaul(
    NoiseVariance Noise, IPenalty Penalty, IReadOnlyList<string> Protected, int MaximumActions) : ISparseRegression
{
    /// <inheritdoc/>
    public SparseFit Fit(CompressedDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        var problem = new EvidenceProblem(design, Noise, Penalty, Protected, []);
        var (model, actions, converged) = ForwardSelection.Run(problem, problem.Prices.Of, MaximumActions);
        var search = new ModelSearch(problem, 0);
        search.Visit(model.Support);
        return FitReport.Of(problem, search, actions, converged);
    }
}
