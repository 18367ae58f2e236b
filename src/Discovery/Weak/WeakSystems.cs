namespace Sci.Discovery;

/// <summary>All trajectories in weak form.</summary>
/// <remarks>
/// The evidence of the rows as they are, tempered for their overlap, knows nothing of noise in the columns and little
/// of its size; whitened rows know both, but for the shrinking of weights. Models that either proposes meet under one
/// rule, <see cref="WeakContest"/>.
/// </remarks>
internal sealed class WeakSystems : IDataSystem
{
    // Rows of a block: enough to hold the correlations, few enough to factor.
    private const int BlockRows = 144;

    private const int Proposals = 3;
    private const int Rounds = 3;

    // The price of a term that must be there: no evidence outweighs it.
    private const double Must = -1e6;

    // Proposals are drawn from half the rows' evidence, so that few chance terms make them long.
    private const double Sparing = 0.5;

    private readonly WeakSystem[] systems;
    private readonly BlockNoise[] noises;
    private readonly IPenalty price;
    private readonly int widths;
    private readonly Lazy<CompressedDesign> compressed;

    /// <summary>Takes the systems.</summary>
    /// <param name="trajectories">A system a width for each trajectory; the first is the automatic one.</param>
    /// <param name="price">The price of a set of terms.</param>
    public WeakSystems(IReadOnlyList<WeakSystem[]> trajectories, IPenalty price)
    {
        (this.price, widths) = (price, trajectories[0].Length);
        systems = [.. trajectories.SelectMany(systems => systems)];
        noises = [.. systems.Select(system => new BlockNoise(system, BlockRows))];
        compressed = new Lazy<CompressedDesign>(() => Factor([.. systems.Select(system => system.Design)])
            .Tempered(systems.Sum(system => system.Weight * system.IndependentShare)
                / systems.Sum(system => system.Weight) / widths));
    }

    public CompressedDesign Compressed() => compressed.Value;

    public SparseFit Refined(
        ISparseRegression selection, SparseFit fit, IReadOnlyList<(int Column, double Weight)> known)
    {
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(fit);
        var design = Whitened([], [], known);
        var prices = new Prices(
            design, price, KeptBy(selection), Must, (selection as SupersetBackward)?.Groups ?? []);
        var contest = new WeakContest(support => new WhitenedModel(systems, noises, support, known), prices, widths);
        var plain = selection.Fit(design.Tempered(Sparing));
        var model = new WhitenedModel(systems, noises, plain.Support, known);
        var proposals = Models(fit).Concat(Models(plain));
        IReadOnlyList<(WhitenedModel Model, double Score)> ranked = [];
        for (var round = 0; round < Rounds; round++)
        {
            // Rows whitened under the noise that the best equation so far leaves in them.
            var fresh = selection.Fit(Whitened(model.Support, model.Weights, known).Tempered(Sparing));
            proposals = round == 0 ? proposals.Concat(Models(fresh)) : Models(fresh);
            ranked = contest.Run(proposals);
            if (ranked.Count == 0 || ranked[0].Model.Support.SequenceEqual(model.Support))
            {
                break;
            }

            model = ranked[0].Model;
        }

        return ranked.Count == 0 ? fit : WeakReport.Of(fit, Compressed(), ranked);
    }

    public IReadOnlyList<ResidualMap> Residuals(IReadOnlyList<double> weights) =>
        [.. systems.Where((_, at) => at % widths == 0).Select(system => system.Residuals(weights))];

    public (double Ratio, double Deviation) Misfit(IReadOnlyList<double> weights)
    {
        var terms = Enumerable.Range(0, weights.Count).Where(column => weights[column] != 0).Select(
            column => (column, weights[column]));
        var model = new WhitenedModel(systems, noises, [], [.. terms]);
        model.Iterate(1);
        return (model.ChiSquare / model.Rows, Math.Sqrt(2.0 / model.Rows));
    }

    private static IReadOnlyList<string> KeptBy(ISparseRegression selection) => selection switch
    {
        SupersetBackward superset => superset.Protected,
        TippingFaul sequential => sequential.Protected,
        _ => [],
    };

    private static IEnumerable<IReadOnlyList<int>> Models(SparseFit fit) =>
        fit.RunnersUp.Take(Proposals).Select(other => other.Model.Support).Prepend(fit.Support);

    // Rows whitened as the noise of an equation asks for.
    private CompressedDesign Whitened(int[] support, double[] weights, IReadOnlyList<(int Column, double Weight)> known)
    {
        int[] columns = [.. support, .. known.Select(term => term.Column)];
        double[] all = [.. weights, .. known.Select(term => term.Weight)];
        var designs = systems.Select((system, at) => new Whitening(
            system, noises[at], columns, all, former: null).Design());
        CompressedDesign design = Factor([.. designs]).Tempered(1.0 / widths);
        foreach (var (column, weight) in known)
        {
            design = design.WithKnown(column, weight);
        }

        return design.Keep([.. Enumerable.Range(0, design.Columns - known.Count)]);
    }

    // The rows of all systems, each as often as its trajectory counts.
    private TriangularFactor Factor(IReadOnlyList<IDesign> designs)
    {
        var rows = new StackedDesign(designs);
        if (systems.All(system => system.Weight == 1))
        {
            return TriangularFactor.Of(rows);
        }

        var weights = systems.Zip(designs, (system, design) => Enumerable.Repeat(
            system.Weight, Enumerable.Range(0, design.Tiles).Sum(design.RowsOf))).SelectMany(each => each);
        var weighted = new Weighted(rows, [.. weights]);
        return TriangularFactor.Of(weighted).Counted(weighted.Weights.Sum());
    }
}
