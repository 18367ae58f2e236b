using System.Runtime.InteropServices;

namespace Sci.Discovery;

/// <summary>Turns a settled model and the visited ones into the fit that the user reads, in the user's units.</summary>
internal static class FitReport
{
    private const int MaximumRunnersUp = 20;

    /// <summary>A fit of a single model, for methods that visit no other.</summary>
    public static SparseFit Of(CompressedDesign design, Marginal model, int iterations, bool converged)
    {
        var ones = Enumerable.Repeat(1.0, design.Columns).ToArray();
        var evidence = model.LogEvidence();
        var entry = new VisitedModel(
            [.. model.Support.Order()], Math.Sqrt(model.ResidualSquare / design.TargetSquare), evidence, evidence);
        var inclusion = new double[design.Columns];
        model.Support.ForEach(column => inclusion[column] = 1);
        return Assemble(design, design, ones, 1, model, iterations, converged) with
        {
            Path = [entry],
            Inclusion = inclusion,
        };
    }

    /// <summary>A fit of the best model of a problem, with all that the search has seen.</summary>
    public static SparseFit Of(EvidenceProblem problem, ModelSearch search, int iterations, bool converged)
    {
        var ranked = search.Ranked();
        var best = ranked[0];
        var path = Path(problem, search);
        problem.Free(best.Model);
        var fit = Assemble(
            problem.Original, problem.Design, problem.Scales, problem.TargetScale, best.Model, iterations, converged);
        return fit with
        {
            LogEvidence = best.LogEvidence - (problem.Design.Rows * Math.Log(problem.TargetScale)),
            Path = path,
            Inclusion = Inclusion(problem, ranked),
            RunnersUp = [.. ranked.Skip(1).Take(MaximumRunnersUp)
                .Select(entry => new RunnerUp(Describe(problem, entry), Math.Exp(entry.Score - best.Score)))],
            Aliases = Aliases.Of(problem.Design, best.Support),
        };
    }

    private static SparseFit Assemble(
        CompressedDesign original, CompressedDesign design, double[] scales, double targetScale, Marginal model,
        int iterations, bool converged)
    {
        var k = model.Support.Count;
        int[] order = [.. Enumerable.Range(0, k).OrderBy(place => model.Support[place])];
        var ridge = model.Alpha.Select(alpha => alpha / model.Beta).ToArray();
        var mean = design.Solve(CollectionsMarshal.AsSpan(model.Support), ridge);
        var weights = new double[design.Columns];
        var deviations = new double[design.Columns];
        var covariance = new double[k, k];
        for (var i = 0; i < k; i++)
        {
            var column = model.Support[order[i]];
            weights[column] = mean[order[i]] * targetScale / scales[column];
            for (var j = 0; j < k; j++)
            {
                var unit = targetScale * targetScale / (scales[column] * scales[model.Support[order[j]]]);
                covariance[i, j] = model.Sigma[(order[i] * k) + order[j]] * unit;
            }

            deviations[column] = Math.Sqrt(covariance[i, i]);
        }

        // The density of t itself, not of the standardised one: n ln(scale) apart.
        var evidence = model.LogEvidence() - (original.Rows * Math.Log(targetScale));
        return new SparseFit(
            original.Names, [.. model.Support.Order()], weights, deviations, covariance,
            targetScale * targetScale / model.Beta,
            evidence, iterations, converged, [], [], [], []);
    }

    private static VisitedModel Describe(EvidenceProblem problem, ModelSearch.Entry entry)
    {
        var units = problem.Design.Rows * Math.Log(problem.TargetScale);
        var residual =
            problem.Design.TargetSquare > 0 ? Math.Sqrt(entry.Model.ResidualSquare / problem.Design.TargetSquare) : 0;
        return new VisitedModel(entry.Support, residual, entry.LogEvidence - units, entry.Score - units);
    }

    private static VisitedModel[] Path(EvidenceProblem problem, ModelSearch search) =>
        [.. search.Visited
            .GroupBy(entry => entry.Support.Length)
            .OrderBy(group => group.Key)
            .Select(group => Describe(problem, group.MaxBy(entry => entry.Score)!))];

    private static double[] Inclusion(EvidenceProblem problem, ModelSearch.Entry[] ranked)
    {
        var shares = new double[problem.Design.Columns];
        var total = 0.0;
        foreach (var entry in ranked)
        {
            var weight = Math.Exp(entry.Score - ranked[0].Score);
            total += weight;
            foreach (var column in entry.Support)
            {
                shares[column] += weight;
            }
        }

        return [.. shares.Select(share => share / total)];
    }
}
