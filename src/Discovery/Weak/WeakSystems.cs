namespace Sci.Discovery;

/// <summary>All trajectories in weak form.</summary>
/// <remarks>
/// The evidence counts overlapping rows for as many as are independent and knows nothing of noise in the columns. Models
/// that it cannot exclude meet again under the likelihood of their residuals, with the rows' full covariance and the
/// noise's bias taken out of the weights. Both log odds are added: a model must gain more there than it lost here. The
/// chosen one keeps those weights and their deviations.
/// </remarks>
internal sealed class WeakSystems(IReadOnlyList<WeakSystem[]> trajectories, IPenalty price) : IDataSystem
{
    // Odds of a runner-up below e⁻⁸ leave no choice.
    private const double Open = -8;
    private const int Contestants = 10;
    private const int ThinOverlap = 3;
    private const int ThinRows = 400;

    // A trajectory is written once for every width; the first is the automatic one.
    private readonly WeakSystem[] systems = [.. trajectories.SelectMany(widths => widths)];

    private CompressedDesign? compressed;

    // Rows of overlapping test functions share their noise; n of them taken for independent would count evidence too often.
    public CompressedDesign Compressed() => compressed ??=
        TriangularFactor.Of(new StackedDesign([.. systems.Select(system => system.Design)]))
            .Tempered(systems.Average(system => system.IndependentShare) / trajectories[0].Length);

    public SparseFit Refined(SparseFit fit, IReadOnlyList<(int Column, double Weight)> known)
    {
        ArgumentNullException.ThrowIfNull(fit);
        var model = Contest(fit, known);
        if (!model.IsRegular)
        {
            return fit;
        }

        var k = model.Support.Length;
        var (weights, deviations, covariance) = (new double[fit.Names.Count], new double[fit.Names.Count], new double[k, k]);
        for (var i = 0; i < k; i++)
        {
            weights[model.Support[i]] = model.Weights[i];
            deviations[model.Support[i]] = Math.Sqrt(Math.Max(model.Covariance[(i * k) + i], 0));
            for (var j = 0; j < k; j++)
            {
                covariance[i, j] = model.Covariance[(i * k) + j];
            }
        }

        return fit with { Support = model.Support, Weights = weights, Deviations = deviations, Covariance = covariance };
    }

    public IReadOnlyList<ResidualMap> Residuals(IReadOnlyList<double> weights) =>
        [.. trajectories.Select(widths => widths[0].Residuals(weights))];

    public (double Ratio, double Deviation) Misfit(IReadOnlyList<double> weights)
    {
        var (sum, rows) = (0.0, 0);
        int[] support = [.. Enumerable.Range(0, weights.Count).Where(column => weights[column] != 0)];
        double[] values = [.. support.Select(column => weights[column])];
        foreach (var thin in trajectories.Select(Thinned))
        {
            sum += RowLikelihood.Of(thin, support, values).ChiSquare;
            rows += thin.Grid.Rows;
        }

        return (sum / rows, Math.Sqrt(2.0 / rows));
    }

    private static WeakSystem Thinned(WeakSystem[] widths) => widths[0].At(widths[0].Grid.Thinned(ThinOverlap, ThinRows));

    private ErrorsInVariables Contest(SparseFit fit, IReadOnlyList<(int Column, double Weight)> known)
    {
        var first = new ErrorsInVariables(systems, fit.Support, known);
        var others = fit.RunnersUp
            .Select(other => (other.Model.Support, LogOdds: Math.Log(other.Odds)))
            .Where(other => other.LogOdds > Open && other.Support.Count > 0)
            .Take(Contestants)
            .Select(other => (Model: new ErrorsInVariables(systems, other.Support, known), other.LogOdds))
            .Where(other => other.Model is { IsRegular: true, IsResolved: true }).ToArray();
        if (others.Length == 0 || !systems.All(system => system.Noise > 0))
        {
            return first;
        }

        WeakSystem[] thin = [.. trajectories.Select(Thinned)];
        var worth = price.Of(Compressed(), 0);
        return others.Prepend((Model: first, LogOdds: 0))
            .MaxBy(entry => entry.LogOdds + entry.Model.Score(thin, worth)).Model;
    }
}
