using System.Numerics.Tensors;
using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>
/// Rows of a weak form made independent and of variance 1, under the noise that an equation leaves in them.
/// </summary>
/// <remarks>
/// One Cholesky factor L of a block's covariance serves all blocks: a column φ becomes L⁻¹φ, block beside block.
/// </remarks>
internal sealed class Whitening
{
    // Deviation of a row, in root mean squares of the target, that quadrature leaves of clean data.
    private const double Floor = 1e-4;

    // Overlapping rows make the covariance nearly singular.
    private const double Ridge = 1e-7;

    private readonly WeakSystem system;
    private readonly double[] lower;

    /// <summary>Factors the covariance of b - Φw.</summary>
    /// <param name="system">The rows.</param>
    /// <param name="noise">Their blocks.</param>
    /// <param name="columns">Columns with weights.</param>
    /// <param name="weights">The weights, shape [columns].</param>
    /// <param name="former">One of the same blocks that is no longer needed: its memory is taken over.</param>
    public Whitening(
        WeakSystem system, BlockNoise noise, IReadOnlyList<int> columns, IReadOnlyList<double> weights,
        Whitening? former)
    {
        (this.system, Noise) = (system, noise);
        int[] numbers = [BlockNoise.Target, .. columns];
        double[] coefficients = [1, .. weights.Select(weight => -weight)];
        var table = new double[noise.Covariances.Differences];
        for (var a = 0; a < numbers.Length; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                TensorPrimitives.MultiplyAdd(
                    noise.Pair(numbers[a], numbers[b]), coefficients[a] * coefficients[b], table, table);
            }
        }

        lower = former?.lower ?? new double[noise.Size * noise.Size];
        noise.Covariances.Expand(table, lower);
        Quadrature = Floor * Floor * system.Target.Average(value => value * value);
        for (var row = 0; row < noise.Size; row++)
        {
            ref var diagonal = ref lower[(row * noise.Size) + row];
            diagonal = (diagonal * (1 + Ridge)) + Quadrature;
        }

        Blas.Cholesky(new MatrixSpan(lower, noise.Size, noise.Size));
    }

    /// <summary>Variance of a row that quadrature leaves of clean data.</summary>
    public double Quadrature { get; }

    /// <summary>The blocks.</summary>
    public BlockNoise Noise { get; }

    /// <summary>Columns of Φ, or the target, whitened; shape [columns][size, blocks].</summary>
    public double[][] Of(ReadOnlySpan<int> columns)
    {
        var (n, blocks, width) = (Noise.Size, Noise.Blocks.Length, columns.Length * Noise.Blocks.Length);
        var together = Noise.Scratch.Together(n * width);
        for (var j = 0; j < columns.Length; j++)
        {
            Move(Noise.Gathered(columns[j]), blocks, 0, together, width, j * blocks);
        }

        Blas.SolveLower(new MatrixSpan(lower, n, n), new MatrixSpan(together, n, width));
        var white = new double[columns.Length][];
        for (var j = 0; j < white.Length; j++)
        {
            white[j] = new double[n * blocks];
            Move(together, width, j * blocks, white[j], blocks, 0);
        }

        return white;
    }

    /// <summary>C⁻¹ of a column whose whitened form is given, back at its rows; rows in no block are zero.</summary>
    public double[] Dual(double[] white)
    {
        var (n, blocks) = (Noise.Size, Noise.Blocks.Length);
        var solved = (double[])white.Clone();
        Blas.SolveUpper(new ReadOnlyMatrixSpan(lower, n, n).T, new MatrixSpan(solved, n, blocks));
        var result = new double[system.Grid.Rows];
        for (var block = 0; block < blocks; block++)
        {
            for (var row = 0; row < n; row++)
            {
                result[Noise.Blocks[block][row]] = solved[(row * blocks) + block];
            }
        }

        return result;
    }

    /// <summary>The sums of a block's C⁻¹ = L⁻ᵀL⁻¹ that <see cref="Toeplitz.Fold"/> describes.</summary>
    public double[] Inverse()
    {
        var n = Noise.Size;
        var (half, inverse) = (Noise.Scratch.Half, Noise.Scratch.Inverse);
        for (var first = 0; first < n; first += WhiteningScratch.Panel)
        {
            SolveUnits(half, first, Math.Min(WhiteningScratch.Panel, n - first));
        }

        Blas.Syrk(1, new ReadOnlyMatrixSpan(half, n, n).T, 0, new MatrixSpan(inverse, n, n));
        return Noise.Covariances.Fold(inverse);
    }

    /// <summary>All columns and the target, whitened.</summary>
    public DenseDesign Design()
    {
        var columns = new States(system.Library.Terms.Count, Noise.Size * Noise.Blocks.Length);
        var white = Of([.. Enumerable.Range(0, columns.Count), BlockNoise.Target]);
        for (var j = 0; j < columns.Count; j++)
        {
            white[j].CopyTo(columns[j]);
        }

        return new DenseDesign(system.Library.Names, columns, white[^1]);
    }

    // Columns first … first + count - 1 of L⁻¹, which is zero above them: the corner of L that is left, and no more.
    private void SolveUnits(double[] half, int first, int count)
    {
        var (n, left) = (Noise.Size, Noise.Size - first);
        var corner = Noise.Scratch.Corner.AsSpan(0, left * left);
        var units = Noise.Scratch.Units.AsSpan(0, left * count);
        units.Clear();
        for (var row = 0; row < left; row++)
        {
            lower.AsSpan(((first + row) * n) + first, row + 1).CopyTo(corner[(row * left)..]);
        }

        for (var row = 0; row < count; row++)
        {
            units[(row * count) + row] = 1;
        }

        Blas.SolveLower(new MatrixSpan(corner, left, left), new MatrixSpan(units, left, count));
        Move(units, count, 0, half.AsSpan(first * n), n, first);
    }

    // Copies all rows of a strip of columns; the narrower of the two matrices is the strip.
    private static void Move(
        ReadOnlySpan<double> from, int fromWidth, int fromColumn, Span<double> to, int toWidth, int toColumn)
    {
        var (width, rows) = (Math.Min(fromWidth, toWidth), from.Length / fromWidth);
        for (var row = 0; row < rows; row++)
        {
            from.Slice((row * fromWidth) + fromColumn, width).CopyTo(to[((row * toWidth) + toColumn)..]);
        }
    }
}
