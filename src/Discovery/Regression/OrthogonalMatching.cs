namespace Sci.Discovery;

/// <summary>
/// FROLS, orthogonal least squares: the column that most reduces the residual enters, one by one; Schwarz's criterion
/// stops.
/// </summary>
/// <remarks>Chen, Billings and Luo (1989), doi:10.1080/00207178908953472.</remarks>
/// <param name="MaximumTerms">Limit on the number of terms.</param>
public sealed record OrthogonalMatching(int MaximumTerms) : ISparseRegression
{
    /// <inheritdoc/>
    public SparseFit Fit(CompressedDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        var path = new List<int[]> { Array.Empty<int>() };
        while (path[^1].Length < Math.Min(MaximumTerms, design.Columns))
        {
            path.Add(Enumerable.Range(0, design.Columns).Except(path[^1])
                .Select(column => (int[])[.. path[^1], column])
                .MinBy(set => design.ResidualSquare(set, design.Solve(set, new double[set.Length])))!);
        }

        var best = path.MaxBy(set => LeastSquaresFit.Describe(design, [.. set.Order()]).Score)!;
        return LeastSquaresFit.Of(
            design, best, [.. path.Select(set => (int[])[.. set.Order()])], path.Count, converged: true);
    }
}
