namespace Sci.Discovery;

/// <summary>STLSQ, STRidge: ridge regression, small weights dropped, until the support stays.</summary>
/// <remarks>
/// Brunton, Proctor and Kutz (2016), doi:10.1073/pnas.1517384113; Rudy and others (2017). In the columns' own units;
/// within
/// <see cref="Standardised"/> the threshold is a contribution. The last weights are plain least squares.
/// </remarks>
/// <param name="Threshold">Weights of smaller modulus leave.</param>
/// <param name="Ridge">Penalty on the squares of the weights.</param>
public sealed record ThresholdedLeastSquares(double Threshold, double Ridge) : ISparseRegression
{
    /// <inheritdoc/>
    public SparseFit Fit(CompressedDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        int[] support = [.. Enumerable.Range(0, design.Columns)];
        var path = new List<int[]>();
        while (true)
        {
            path.Add(support);
            var weights = design.Solve(support, [.. support.Select(_ => Ridge)]);
            int[] kept = [.. support.Where((_, i) => Math.Abs(weights[i]) >= Threshold)];
            if (kept.Length == support.Length)
            {
                return LeastSquaresFit.Of(design, support, path, path.Count, converged: true);
            }

            support = kept;
        }
    }
}
