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
    public Whitening(WeakSystem system, BlockNoise noise, IReadOnlyList<int> columns, IReadOnlyList<double> weights)
    {
        (this.system, Noise) = (system, noise);
        int[] numbers = [BlockNoise.Target, .. columns];
        double[] coefficients = [1, .. weights.Select(weight => -weight)];
        lower = new double[noise.Size * noise.Size];
        for (var a = 0; a < numbers.Length; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                TensorPrimitives.MultiplyAdd(
                    noise.Pair(numbers[a], numbers[b]), coefficients[a] * coefficients[b], lower, lower);
            }
        }

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

    /// <summary>A column of Φ, or the target, whitened; shape [size, blocks].</summary>
    public double[] Of(int column)
    {
        var (n, blocks) = (Noise.Size, Noise.Blocks.Length);
        var values = column == BlockNoise.Target ? system.Target : system.Columns[column];
        var gathered = new double[n * blocks];
        for (var block = 0; block < blocks; block++)
        {
            var rows = Noise.Blocks[block];
            for (var row = 0; row < n; row++)
            {
                gathered[(row * blocks) + block] = values[rows[row]];
            }
        }

        Blas.SolveLower(new MatrixSpan(lower, n, n), new MatrixSpan(gathered, n, blocks));
        return gathered;
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

    /// <summary>C⁻¹ = L⁻ᵀL⁻¹ of a block.</summary>
    public double[] Inverse()
    {
        var n = Noise.Size;
        var (half, inverse) = (new double[n * n], new double[n * n]);
        for (var row = 0; row < n; row++)
        {
            half[(row * n) + row] = 1;
        }

        Blas.SolveLower(new MatrixSpan(lower, n, n), new MatrixSpan(half, n, n));
        Blas.Gemm(1, new ReadOnlyMatrixSpan(half, n, n).T, new ReadOnlyMatrixSpan(half, n, n), 0, new MatrixSpan(
            inverse, n, n));
        return inverse;
    }

    /// <summary>All columns and the target, whitened.</summary>
    public DenseDesign Design()
    {
        var columns = new States(system.Library.Terms.Count, Noise.Size * Noise.Blocks.Length);
        for (var j = 0; j < columns.Count; j++)
        {
            Of(j).CopyTo(columns[j]);
        }

        return new DenseDesign(system.Library.Names, columns, Of(BlockNoise.Target));
    }
}
