namespace Sci.Discovery;

/// <summary>Discovers an equation from noisy fields: weak form, evidence, and a closer look where that leaves a choice.</summary>
/// <remarks>
/// The evidence counts overlapping rows for as many as are independent and knows nothing of noise in the columns. Models
/// that it cannot exclude meet again under the likelihood of their residuals, with the rows' full covariance and the
/// noise's bias taken out of the weights. Both log odds are added: a model must gain more there than it lost here. The
/// chosen one keeps those weights and their deviations.
/// </remarks>
/// <param name="Rule">How test functions are chosen.</param>
/// <param name="Selection">What chooses among the terms.</param>
public sealed record WeakRegression(WeakGridRule Rule, SupersetBackward Selection)
{
    // Odds of a runner-up below e⁻⁸ leave no choice.
    private const double Open = -8;
    private const int Contestants = 10;
    private const int ThinOverlap = 3;
    private const int ThinRows = 400;

    /// <summary>The equation for the rate of change of a field.</summary>
    public WeakFit Fit(FieldSeries series, string field, TermLibrary library)
    {
        ArgumentNullException.ThrowIfNull(series);
        var system = WeakSystem.Of(series, field, library, Rule);
        var design = system.Compressed();
        var fit = Selection.Fit(design);
        var chosen = Contest(system, design, fit);
        return new WeakFit(Reweighted(fit, chosen), system);
    }

    private ErrorsInVariables Contest(WeakSystem system, CompressedDesign design, SparseFit fit)
    {
        var first = new ErrorsInVariables(system, fit.Support);
        var others = fit.RunnersUp
            .Select(other => (other.Model.Support, LogOdds: Math.Log(other.Odds)))
            .Where(other => other.LogOdds > Open && other.Support.Count > 0)
            .Take(Contestants)
            .Select(other => (Model: new ErrorsInVariables(system, other.Support), other.LogOdds))
            .Where(other => other.Model is { IsRegular: true, IsResolved: true }).ToArray();
        if (others.Length == 0 || !(system.Noise > 0))
        {
            return first;
        }

        var thin = system.At(system.Grid.Thinned(ThinOverlap, ThinRows));
        var price = Selection.Penalty.Of(design, 0);
        return others.Prepend((Model: first, LogOdds: 0)).MaxBy(entry => entry.LogOdds + entry.Model.Score(thin, price)).Model;
    }

    private static SparseFit Reweighted(SparseFit fit, ErrorsInVariables model)
    {
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
}
