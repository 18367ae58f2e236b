namespace Sci.Discovery;

/// <summary>
/// The default selection: a superset by plain evidence, backward elimination inside it, and a local search.
/// </summary>
/// <remarks>
/// Plain evidence keeps false terms but seldom misses true ones that are needed jointly; a price then removes the false
/// ones. Columns are standardised, so units do not matter. The score of a set is its log evidence less its price.
/// </remarks>
/// <param name="Noise">The variance of the rows: known, or estimated with a floor.</param>
/// <param name="Penalty">The log evidence that a term must be worth.</param>
/// <param name="MinimumContribution">
/// Terms with rms(wφ)/rms(t) below this are not believed, whatever their evidence; the path still shows them.
/// </param>
/// <param name="Protected">Names of columns that are in every model.</param>
public sealed record SupersetBackward(
    NoiseVariance Noise, IPenalty Penalty, double MinimumContribution,
    IReadOnlyList<string> Protected) : ISparseRegression
{
    private const int MaximumActions = 2000;
    private const int Around = 3;
    private const int Candidates = 5;

    // In a large library two columns may be stood in for by two others that no exchange of one leads away from.
    private const int StandIns = 10;

    // Up to this many columns, elimination also starts from all of them: terms that only help together are never
    // missed.
    private const int SmallLibrary = 64;

    /// <summary>
    /// Names of columns that are in a model together or not at all, each with a coefficient of its own; no column in
    /// two groups, nor in one and protected.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>> Groups { get; init; } = [];

    /// <inheritdoc/>
    public SparseFit Fit(CompressedDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        var problem = new EvidenceProblem(design, Noise, Penalty, Protected, Groups);
        var search = new ModelSearch(problem, MinimumContribution);
        search.Visit(problem.Protected);
        var superset = ForwardSelection.Run(problem, (_, _) => 0, MaximumActions);
        search.Backward(superset.Model.Support);
        var forward = ForwardSelection.Run(problem, problem.Prices.Of, MaximumActions);
        search.Backward(forward.Model.Support);
        var isSmall = design.Columns <= SmallLibrary && design.Rows > 2 * design.Columns;
        if (isSmall)
        {
            search.Backward(Enumerable.Range(0, design.Columns));
        }

        var rounds = search.Climb(Around, Candidates);
        rounds += isSmall ? 0 : search.Exchange(StandIns, Around, Candidates);
        return FitReport.Of(
            problem, search, superset.Actions + forward.Actions + rounds, superset.Converged && forward.Converged);
    }
}
