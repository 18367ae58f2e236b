namespace Sci.Discovery;

/// <summary>All trajectories in weak form.</summary>
/// <remarks>
/// The evidence of the rows as they are, tempered for their overlap, knows nothing of noise in the columns and little
/// of its size; whitened rows know both, but for the shrinking of weights. Models that either proposes meet under one
/// rule: the likelihood of the residual at weights without bias, less the price of their terms.
/// </remarks>
internal sealed class WeakSystems : IDataSystem
{
    // Rows of a block: enough to hold the correlations, few enough to factor.
    private const int BlockRows = 144;

    // Chance gains of χ² by irrelevant terms are 0.8 to 2 times what independent rows of known variance give.
    private const double Counted = 0.5;

    // Combinations of columns that hold more noise than signal agree with any target.
    private const double Resolved = 0.5;

    private const int Proposals = 5;
    private const double Hopeless = 15;
    private const int Steps = 4;

    private readonly WeakSystem[] systems;
    private readonly BlockNoise[] noises;
    private readonly IPenalty price;
    private readonly int widths;
    private readonly Lazy<CompressedDesign> compressed;

    /// <summary>Takes the systems.</summary>
    /// <param name="trajectories">A system a width for each trajectory; the first is the automatic one.</param>
    /// <param name="price">κ of a term.</param>
    public WeakSystems(IReadOnlyList<WeakSystem[]> trajectories, IPenalty price)
    {
        (this.price, widths) = (price, trajectories[0].Length);
        systems = [.. trajectories.SelectMany(systems => systems)];
        noises = [.. systems.Select(system => new BlockNoise(system, BlockRows))];
        compressed = new Lazy<CompressedDesign>(() =>
            TriangularFactor.Of(new StackedDesign([.. systems.Select(system => system.Design)]))
                .Tempered(systems.Average(system => system.IndependentShare) / widths));
    }

    public CompressedDesign Compressed() => compressed.Value;

    public SparseFit Refined(
        ISparseRegression selection, SparseFit fit, IReadOnlyList<(int Column, double Weight)> known)
    {
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(fit);
        var plain = selection.Fit(Whitened([], [], known));
        var start = new WhitenedModel(systems, noises, plain.Support, known);
        var design = Whitened(start.Support, start.Weights, known);
        var proposals = Models(fit).Concat(Models(plain)).Concat(Models(selection.Fit(design)));
        var models = proposals.DistinctBy(support => string.Join(',', support))
            .Select(support => new WhitenedModel(systems, noises, support, known)).ToArray();
        var kappa = price.Of(design, 0);
        foreach (var model in models)
        {
            model.Iterate(1);
        }

        // Weights of the unwhitened rows tell which models are worth the steps.
        var best = models.Max(model => Score(model, kappa));
        foreach (var model in models.Where(model => Score(model, kappa) > best - Hopeless))
        {
            model.Iterate(Steps - 1);
        }

        var ranked = models.Where(model => Score(model, kappa) > double.NegativeInfinity)
            .OrderByDescending(model => Score(model, kappa)).ToArray();
        return ranked.Length == 0 ? fit : WeakReport.Of(
            fit, Compressed(), [.. ranked.Select(model => (model, Score(model, kappa)))]);
    }

    public IReadOnlyList<ResidualMap> Residuals(IReadOnlyList<double> weights) =>
        [.. systems.Where((_, at) => at % widths == 0).Select(system => system.Residuals(weights))];

    public (double Ratio, double Deviation) Misfit(IReadOnlyList<double> weights)
    {
        var terms = Enumerable.Range(0, weights.Count).Where(column => weights[column] != 0).Select(
            column => (column, weights[column]));
        var model = new WhitenedModel(systems, noises, [], [.. terms]);
        model.Iterate(1);
        return (model.ChiSquare / model.Rows, Math.Sqrt(2 / (Counted * model.Rows)));
    }

    private double Score(WhitenedModel model, double kappa) => model.IsRegular && model.Reliability > Resolved
        ? (-0.5 * Counted / widths * model.ChiSquare) - (kappa * model.Support.Length)
        : double.NegativeInfinity;

    private static IEnumerable<IReadOnlyList<int>> Models(SparseFit fit) =>
        fit.RunnersUp.Take(Proposals).Select(other => other.Model.Support).Prepend(fit.Support);

    // Rows whitened as the noise of an equation asks for.
    private CompressedDesign Whitened(int[] support, double[] weights, IReadOnlyList<(int Column, double Weight)> known)
    {
        int[] columns = [.. support, .. known.Select(term => term.Column)];
        double[] all = [.. weights, .. known.Select(term => term.Weight)];
        var designs = systems.Select((system, at) => new Whitening(system, noises[at], columns, all).Design());
        CompressedDesign design = TriangularFactor.Of(new StackedDesign([.. designs])).Tempered(Counted / widths);
        foreach (var (column, weight) in known)
        {
            design = design.WithKnown(column, weight);
        }

        return design.Keep([.. Enumerable.Range(0, design.Columns - known.Count)]);
    }
}
