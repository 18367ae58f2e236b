using System.Numerics.Tensors;

namespace Sci.Discovery;

/// <summary>Rows of a weak form in equal blocks, and the covariance of any two columns within a block.</summary>
/// <remarks>
/// White noise looks alike everywhere, so that one covariance, and one factor of it, serves all blocks; what blocks
/// share across their edges is left out.
/// </remarks>
internal sealed class BlockNoise
{
    /// <summary>The number of the target among the columns.</summary>
    public const int Target = -1;

    private readonly WeakSystem system;
    private readonly WeakGrid block;
    private readonly Dictionary<(int, int), double[]> pairs = [];
    private readonly Dictionary<int, double[]> columns = [];

    /// <summary>Cuts the rows.</summary>
    /// <param name="system">The rows.</param>
    /// <param name="size">Most rows of a block.</param>
    public BlockNoise(WeakSystem system, int size)
    {
        this.system = system;
        var axes = system.Grid.Axes;
        var sides = Sides([.. axes.Select(axis => axis.Places)], size);
        block = new WeakGrid([.. axes.Select((axis, i) => sides[i] == axis.Places ? axis : Segment(axis, sides[i]))]);
        Blocks = Rows([.. axes.Select(axis => axis.Places)], sides);
        Covariances = new Toeplitz(sides);
        Scratch = new WhiteningScratch(block.Rows);
    }

    /// <summary>The rows of each block, shape [blocks][size].</summary>
    public int[][] Blocks { get; }

    /// <summary>Number of rows of a block.</summary>
    public int Size => block.Rows;

    /// <summary>What the tables of <see cref="Pair"/> stand for.</summary>
    public Toeplitz Covariances { get; }

    /// <summary>Where whitenings of the blocks work, one at a time.</summary>
    public WhiteningScratch Scratch { get; }

    /// <summary>K + Kᵀ of two different columns, K of one and the same, as a table.</summary>
    public double[] Pair(int one, int other)
    {
        var key = (Math.Min(one, other), Math.Max(one, other));
        if (!pairs.TryGetValue(key, out var known))
        {
            known = new double[Covariances.Differences];
            system.Noises.AddCovariance(block, Term(key.Item1), Term(key.Item2), known);
            if (one != other)
            {
                // Differences run from least to greatest, so that the transpose is the table from its end.
                TensorPrimitives.Add(known, [.. known.Reverse()], known);
            }

            pairs[key] = known;
        }

        return known;
    }

    /// <summary>A column of Φ, or the target, block beside block, shape [size, blocks]; not to be changed.</summary>
    public double[] Gathered(int column)
    {
        if (!columns.TryGetValue(column, out var known))
        {
            known = new double[Size * Blocks.Length];
            var values = column == Target ? system.Target : system.Columns[column];
            for (var at = 0; at < known.Length; at++)
            {
                known[at] = values[Blocks[at % Blocks.Length][at / Blocks.Length]];
            }

            columns[column] = known;
        }

        return known;
    }

    private WeakTerm? Term(int column) => column == Target ? null : system.Terms[column];

    private static WeakAxis Segment(WeakAxis axis, int places) =>
        new(axis.Function.Support + ((places - 1) * axis.Stride), axis.Function, axis.Stride, IsPeriodic: false);

    // The longest side is halved until a block is small enough; then all blocks are made as equal as can be.
    private static int[] Sides(int[] places, int size)
    {
        var sides = (int[])places.Clone();
        var counts = Enumerable.Repeat(1, places.Length).ToArray();
        while (sides.Aggregate(1, (product, side) => product * side) > size)
        {
            var longest = Array.IndexOf(sides, sides.Max());
            counts[longest]++;
            sides[longest] = places[longest] / counts[longest];
        }

        return sides;
    }

    private static int[][] Rows(int[] places, int[] sides)
    {
        int[] starts = [0];
        int[] within = [0];
        for (var axis = 0; axis < places.Length; axis++)
        {
            var (n, side) = (places[axis], sides[axis]);
            starts = [.. starts.SelectMany(
                start => Enumerable.Range(0, n / side).Select(block => (start * n) + (block * side)))];
            within = [.. within.SelectMany(row => Enumerable.Range(0, side).Select(place => (row * n) + place))];
        }

        return [.. starts.Select(start => within.Select(row => start + row).ToArray())];
    }
}
