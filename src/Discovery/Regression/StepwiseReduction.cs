namespace Sci.Discovery;

/// <summary>
/// SSR: the column of the smallest standardised weight leaves, one by one; Schwarz's criterion picks from the path.
/// </summary>
/// <remarks>
/// Boninsegna, Nüske and Clementi (2018), doi:10.1063/1.5018409, with their cross-validation replaced.
/// </remarks>
public sealed record StepwiseReduction : ISparseRegression
{
    /// <inheritdoc/>
    public SparseFit Fit(CompressedDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        List<int> support = [.. Enumerable.Range(0, design.Columns)];
        var path = new List<int[]> { support.ToArray() };
        while (support.Count > 0)
        {
            int[] columns = [.. support];
            var weights = design.Solve(columns, new double[columns.Length]);
            var smallest = Enumerable.Range(0, columns.Length).MinBy(
                i => Math.Abs(weights[i]) * design.Scale(columns[i]));
            support.RemoveAt(smallest);
            path.Add([.. support]);
        }

        var best = path.MaxBy(set => LeastSquaresFit.Describe(design, set).Score)!;
        return LeastSquaresFit.Of(design, best, path, path.Count, converged: true);
    }
}
