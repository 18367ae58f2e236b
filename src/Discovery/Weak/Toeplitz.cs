using System.Diagnostics;
using System.Numerics.Tensors;

namespace Sci.Discovery;

/// <summary>
/// Covariances of rows on a grid of places that depend on how far apart two rows are, axis by axis, and not on where.
/// </summary>
/// <remarks>
/// A table holds them by place of the column less place of the row, from 1 - places to places - 1 on every axis: for
/// 12 × 12 places 529 numbers stand for 20 736.
/// </remarks>
/// <param name="places">Places on each axis, slowest first.</param>
internal sealed class Toeplitz(int[] places)
{
    private readonly int last = places[^1];
    private readonly int[] slow = Slow(places);

    /// <summary>Number of rows.</summary>
    public int Rows { get; } = places.Aggregate(1, (product, n) => product * n);

    /// <summary>Numbers of a table.</summary>
    public int Differences { get; } = places.Aggregate(1, (product, n) => product * ((2 * n) - 1));

    /// <summary>Adds factor times the product of a line an axis, each of shape [2 places - 1], to a table.</summary>
    public static void AddProduct(ReadOnlySpan<double[]> lines, double factor, Span<double> table)
    {
        Debug.Assert(table.Length % lines[0].Length == 0);
        if (lines.Length == 1)
        {
            TensorPrimitives.MultiplyAdd(lines[0], factor, table, table);
            return;
        }

        var width = table.Length / lines[0].Length;
        for (var at = 0; at < lines[0].Length; at++)
        {
            if (lines[0][at] != 0)
            {
                AddProduct(lines[1..], factor * lines[0][at], table.Slice(at * width, width));
            }
        }
    }

    /// <summary>The covariance matrix of a table, shape [rows, rows].</summary>
    public void Expand(ReadOnlySpan<double> table, Span<double> matrix)
    {
        var count = Rows / last;
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < count; column++)
            {
                table.Slice(First(row, column), last).CopyTo(matrix[((row * Rows) + (column * last))..]);
            }
        }
    }

    /// <summary>
    /// The sums of a matrix over all pairs of rows equally far apart: Σᵢⱼ MᵢⱼKᵢⱼ is their inner product with K's table.
    /// </summary>
    public double[] Fold(ReadOnlySpan<double> matrix)
    {
        var (sums, count) = (new double[Differences], Rows / last);
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < count; column++)
            {
                var sum = sums.AsSpan(First(row, column), last);
                TensorPrimitives.Add(sum, matrix.Slice((row * Rows) + (column * last), last), sum);
            }
        }

        return sums;
    }

    // Where a row's differences from the places of a line along the last axis begin in a table.
    private int First(int row, int column) =>
        (slow[(row / last * (Rows / last)) + column] * ((2 * last) - 1)) + last - 1 - (row % last);

    // For every pair of lines along the last axis the number of their difference.
    private static int[] Slow(int[] places)
    {
        var count = places[..^1].Aggregate(1, (product, n) => product * n);
        var numbers = new int[count * count];
        for (var pair = 0; pair < numbers.Length; pair++)
        {
            var (row, column, unit) = (pair / count, pair % count, 1);
            for (var axis = places.Length - 2; axis >= 0; axis--)
            {
                var n = places[axis];
                numbers[pair] += unit * ((column % n) - (row % n) + n - 1);
                (row, column, unit) = (row / n, column / n, unit * ((2 * n) - 1));
            }
        }

        return numbers;
    }
}
