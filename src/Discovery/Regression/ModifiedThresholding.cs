namespace Sci.Discovery;

/// <summary>
/// MSTLS: thresholded least squares with bounds on weight and on contribution, and the threshold chosen by itself.
/// </summary>
/// <remarks>
/// Messenger and Bortz (2021), doi:10.1016/j.jcp.2021.110525: a column stays while |w| and its contribution ‖wφ‖/‖t‖
/// both lie within [λ, 1/λ] (times the larger resp. smaller of ‖t‖/‖φ‖ and 1); λ minimises ‖Φ(w - w_LS)‖/‖Φw_LS‖ +
/// terms/columns.
/// </remarks>
/// <param name="Thresholds">Number of thresholds tried, from 10⁻⁴ to 1 evenly in the logarithm.</param>
public sealed record ModifiedThresholding(int Thresholds) : ISparseRegression
{
    /// <inheritdoc/>
    public SparseFit Fit(CompressedDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        int[] all = [.. Enumerable.Range(0, design.Columns)];
        var full = design.Solve(all, new double[all.Length]);
        var least = design.ResidualSquare(all, full);
        var explained = Math.Max(design.TargetSquare - least, double.Epsilon);
        var paths = Enumerable.Range(0, Thresholds)
            .Select(at => Supports(design, Math.Pow(10, -4 + (4.0 * at / Math.Max(Thresholds - 1, 1))), all)).ToArray();
        // By Pythagoras ‖Φ(w - w_LS)‖² is what the residual rises by.
        var best = paths.Select(path => path[^1]).MinBy(set =>
            Math.Sqrt(
                Math.Max(design.ResidualSquare(set, design.Solve(set, new double[set.Length])) - least, 0) / explained)
            + ((double)set.Length / design.Columns))!;
        return LeastSquaresFit.Of(design, best, [.. paths.Select(path => path[^1])], Thresholds, converged: true);
    }

    private static List<int[]> Supports(CompressedDesign design, double lambda, int[] all)
    {
        var path = new List<int[]> { all };
        while (true)
        {
            var support = path[^1];
            var weights = design.Solve(support, new double[support.Length]);
            int[] kept = [.. support.Where((column, i) => Stays(design, column, weights[i], lambda))];
            if (kept.Length == support.Length)
            {
                return path;
            }

            path.Add(kept);
        }
    }

    private static bool Stays(CompressedDesign design, int column, double weight, double lambda)
    {
        var ratio = Math.Sqrt(design.TargetSquare / Math.Max(design.Product(column, column), double.Epsilon));
        var size = Math.Abs(weight);
        return size >= lambda * Math.Max(1, ratio) && size <= Math.Min(1, ratio) / lambda;
    }
}
