using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>How often each column is chosen when half of the blocks are taken: another selection made robust.</summary>
/// <remarks>
/// Meinshausen and Bühlmann (2010), doi:10.1111/j.1467-9868.2010.00740.x. A block is a trajectory, a sample or a fold;
/// its rows are read once.
/// </remarks>
/// <param name="Inner">What selects on each half.</param>
/// <param name="Draws">Number of halves.</param>
/// <param name="Share">Columns chosen in at least this share of the halves make the model.</param>
public sealed record StabilitySelection(ISparseRegression Inner, int Draws, double Share)
{
    /// <summary>
    /// Least squares of all blocks on the stable columns; <see cref="SparseFit.Inclusion"/> holds the shares.
    /// </summary>
    /// <param name="blocks">One Gram matrix a block, at least two.</param>
    /// <param name="random">The stream of the draws.</param>
    public SparseFit Fit(IReadOnlyList<GramMatrix> blocks, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        ArgumentNullException.ThrowIfNull(random);
        if (blocks.Count < 2)
        {
            throw new ArgumentException(
                $"Stability selection draws halves of the blocks and needs two or more, not {blocks.Count}.",
                nameof(blocks));
        }

        var counts = new double[blocks[0].Columns];
        for (var draw = 0; draw < Draws; draw++)
        {
            int[] order = [.. Enumerable.Range(0, blocks.Count)];
            random[draw].Shuffle<int>(order);
            var half = order.Take((blocks.Count + 1) / 2).Order().Select(block => blocks[block]).Aggregate(
                (sum, block) => sum.Plus(block));
            foreach (var column in Inner.Fit(half).Support)
            {
                counts[column] += 1.0 / Draws;
            }
        }

        int[] stable = [.. Enumerable.Range(0, counts.Length).Where(column => counts[column] >= Share)];
        return LeastSquaresFit.Of(blocks.Aggregate((sum, block) => sum.Plus(block)), stable, [], Draws, converged: true) with
        {
            Inclusion = counts,
        };
    }
}
