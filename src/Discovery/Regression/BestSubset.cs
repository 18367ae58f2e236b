namespace Sci.Discovery;

/// <summary>
/// The best of all sets of at most so many columns, by Schwarz's criterion: exact, for small libraries.
/// </summary>
/// <param name="MaximumTerms">Largest number of terms.</param>
public sealed record BestSubset(int MaximumTerms) : ISparseRegression
{
    private const double Limit = 2e6;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are more than two million sets.</exception>
    public SparseFit Fit(CompressedDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        var sets = Enumerable.Range(0, Math.Min(MaximumTerms, design.Columns) + 1).Sum(
            size => Binomial(design.Columns, size));
        if (sets > Limit)
        {
            throw new ArgumentException(
                $"{design.Columns} columns have {sets:g3} sets of at most {MaximumTerms}; take fewer terms or SupersetBackward.", nameof(design));
        }

        var bySize = new int[MaximumTerms + 1][];
        var least = Enumerable.Repeat(double.PositiveInfinity, MaximumTerms + 1).ToArray();
        Explore(design, [], 0, bySize, least);
        int[][] path = [.. bySize.Where(set => set is not null)];
        var best = path.MaxBy(set => LeastSquaresFit.Describe(design, set).Score)!;
        return LeastSquaresFit.Of(design, best, path, (int)sets, converged: true);
    }

    private void Explore(CompressedDesign design, int[] set, int next, int[][] bySize, double[] least)
    {
        var residual = design.ResidualSquare(set, design.Solve(set, new double[set.Length]));
        if (residual < least[set.Length])
        {
            (bySize[set.Length], least[set.Length]) = (set, residual);
        }

        for (var column = next; column < design.Columns && set.Length < MaximumTerms; column++)
        {
            Explore(design, [.. set, column], column + 1, bySize, least);
        }
    }

    private static double Binomial(int n, int k) =>
        Enumerable.Range(0, k).Aggregate(1.0, (product, i) => product * (n - i) / (i + 1));
}
