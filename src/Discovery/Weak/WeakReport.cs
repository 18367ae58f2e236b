namespace Sci.Discovery;

/// <summary>Turns models of a weak form that met under one rule into the fit that the user reads.</summary>
internal static class WeakReport
{
    /// <summary>The first model's weights, and the odds of all.</summary>
    /// <param name="fit">The regression's fit, whose path stays.</param>
    /// <param name="design">The rows, compressed.</param>
    /// <param name="ranked">Models and scores, best first.</param>
    public static SparseFit Of(
        SparseFit fit, CompressedDesign design, IReadOnlyList<(WhitenedModel Model, double Score)> ranked)
    {
        var (best, score) = ranked[0];
        var k = best.Support.Length;
        var (weights, deviations, covariance) =
            (new double[fit.Names.Count], new double[fit.Names.Count], new double[k, k]);
        var spread = best.Covariance();
        for (var i = 0; i < k; i++)
        {
            weights[best.Support[i]] = best.Weights[i];
            deviations[best.Support[i]] = Math.Sqrt(Math.Max(spread[(i * k) + i], 0));
            for (var j = 0; j < k; j++)
            {
                covariance[i, j] = spread[(i * k) + j];
            }
        }

        return fit with
        {
            Support = best.Support,
            Weights = weights,
            Deviations = deviations,
            Covariance = covariance,
            Inclusion = Inclusion(fit.Names.Count, ranked),
            RunnersUp = [.. ranked.Skip(1).Select(
                other => new RunnerUp(Describe(design, other.Model, other.Score), Math.Exp(other.Score - score)))],
            Aliases = Aliases.Of(design.Keep([.. Enumerable.Range(0, fit.Names.Count)]), best.Support),
        };
    }

    private static VisitedModel Describe(CompressedDesign design, WhitenedModel model, double score)
    {
        var residual = design.ResidualSquare(model.Support, model.Weights);
        return new VisitedModel(
            model.Support, Math.Sqrt(residual / design.TargetSquare), -0.5 * model.ChiSquare, score);
    }

    private static double[] Inclusion(int columns, IReadOnlyList<(WhitenedModel Model, double Score)> ranked)
    {
        var (shares, total) = (new double[columns], 0.0);
        foreach (var (model, score) in ranked)
        {
            var weight = Math.Exp(score - ranked[0].Score);
            total += weight;
            foreach (var column in model.Support)
            {
                shares[column] += weight;
            }
        }

        return [.. shares.Select(share => share / total)];
    }
}
