namespace Sci.Discovery;

/// <summary>Backward elimination on coefficients and their covariance alone: the weakest leaves while it is worth too
/// little.</summary>
/// <remarks>
/// With estimates w of covariance C, a smaller model v costs χ² = (w - v)ᵀC⁻¹(w - v) at its best v on the support S,
/// (C⁻¹)ₛₛ vₛ = (C⁻¹w)ₛ: least squares weighted with the errors that the estimates have, not with those of white noise.
/// </remarks>
internal sealed class WaldElimination
{
    private readonly double[] information;
    private readonly double[] moments;
    private readonly int k;

    private WaldElimination(double[] coefficients, double[,] covariance)
    {
        k = coefficients.Length;
        information = ClusteredCovariance.Inverse([.. covariance.Cast<double>()], k);
        moments = [.. Enumerable.Range(0, k)
            .Select(i => Enumerable.Range(0, k).Sum(j => information[(i * k) + j] * coefficients[j]))];
    }

    /// <summary>What stays, with its coefficients and deviations (zero elsewhere), and what each step cost, down to
    /// nothing.</summary>
    public sealed record Result(int[] Support, double[] Coefficients, double[] Deviations, EliminationStep[] Path);

    /// <summary>Eliminates.</summary>
    /// <param name="coefficients">Estimates w.</param>
    /// <param name="covariance">Their covariance C.</param>
    /// <param name="price">χ² below which a coefficient leaves.</param>
    public static Result Of(double[] coefficients, double[,] covariance, double price)
    {
        var problem = new WaldElimination(coefficients, covariance);
        var k = coefficients.Length;
        List<int> support = [.. Enumerable.Range(0, k)];
        var path = new List<EliminationStep>();
        Result? kept = null;
        while (support.Count > 0)
        {
            var (best, deviations) = problem.Solve(support);
            var costs = support.Select(j => Math.Pow(best[j] / deviations[j], 2)).ToArray();
            var weakest = Array.IndexOf(costs, costs.Min());
            if (costs[weakest] >= price && kept is null)
            {
                kept = new Result([.. support], best, deviations, []);
            }

            path.Add(new EliminationStep(support[weakest], costs[weakest]));
            support.RemoveAt(weakest);
        }

        return (kept ?? new Result([], new double[k], new double[k], [])) with { Path = [.. path] };
    }

    private (double[] Coefficients, double[] Deviations) Solve(List<int> support)
    {
        var n = support.Count;
        var inverse = ClusteredCovariance.Inverse([.. support.SelectMany(i =>
            support.Select(j => information[(i * k) + j]))], n);
        double[] best = new double[k], deviations = new double[k];
        for (var i = 0; i < n; i++)
        {
            best[support[i]] = Enumerable.Range(0, n).Sum(j => inverse[(i * n) + j] * moments[support[j]]);
            deviations[support[i]] = Math.Sqrt(inverse[(i * n) + i]);
        }

        return (best, deviations);
    }
}
