using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>The triangular factor R of [Φ t]: a compression that keeps the condition number of Φ.</summary>
/// <remarks>
/// Residuals come out without cancellation, ‖t - Φw‖² = ‖z - R_a w‖² + ρ², at twice the work of a Gram matrix.
/// </remarks>
public sealed class TriangularFactor : CompressedDesign
{
    private readonly double[] r;

    private TriangularFactor(IReadOnlyList<string> names, double rows, double[] r)
        : base(names, rows, ProductsOf(r, names.Count + 1)) => this.r = r;

    /// <summary>Compresses a design in one pass; the bytes do not depend on the number of threads.</summary>
    public static TriangularFactor Of(IDesign design) => Of(design, Workers.Limit);

    /// <summary>Compresses a design in one pass over at most <paramref name="threads"/> threads.</summary>
    public static TriangularFactor Of(IDesign design, int threads)
    {
        ArgumentNullException.ThrowIfNull(design);
        var (r, rows) = TileReduction.Over(design, threads, Reflections.Append, Reflections.Merge);
        return new TriangularFactor(design.Names, rows, r);
    }

    /// <summary>The design of both blocks' rows.</summary>
    public TriangularFactor Plus(TriangularFactor other)
    {
        ArgumentNullException.ThrowIfNull(other);
        TileReduction.RequireSameColumns(this, other);
        var merged = (double[])r.Clone();
        Reflections.Merge(merged, other.r, Columns + 1);
        return new TriangularFactor(Names, Rows + other.Rows, merged);
    }

    /// <inheritdoc/>
    public override double[] Solve(ReadOnlySpan<int> support, ReadOnlySpan<double> ridge)
    {
        var k = support.Length;
        var width = k + 1;
        var height = Columns + 1 + k;
        var columns = new double[width * height];
        for (var j = 0; j < k; j++)
        {
            CopyColumn(support[j], columns.AsSpan(j * height));
            columns[(j * height) + Columns + 1 + j] = Math.Sqrt(ridge[j]);
        }

        CopyColumn(Columns, columns.AsSpan(k * height));
        var small = new double[width * width];
        Reflections.Append(small, columns, width, height, height);
        return BackSubstitute(small, width);
    }

    /// <inheritdoc/>
    public override double ResidualSquare(ReadOnlySpan<int> support, ReadOnlySpan<double> weights)
    {
        var width = Columns + 1;
        var sum = 0.0;
        for (var i = 0; i < width; i++)
        {
            var residual = r[(i * width) + Columns];
            for (var j = 0; j < support.Length; j++)
            {
                residual -= r[(i * width) + support[j]] * weights[j];
            }

            sum += residual * residual;
        }

        return sum;
    }

    /// <inheritdoc/>
    public override TriangularFactor Tempered(double factor)
    {
        var root = Math.Sqrt(factor);
        return new TriangularFactor(Names, Rows * factor, [.. r.Select(value => value * root)]);
    }

    internal override TriangularFactor Counted(double rows) => new(Names, rows, r);

    /// <inheritdoc/>
    public override TriangularFactor Rescaled(IReadOnlyList<double> scales, double targetScale)
    {
        ArgumentNullException.ThrowIfNull(scales);
        var width = Columns + 1;
        return new TriangularFactor(
            Names, Rows, [.. r.Select(
                (value, at) => value / (at % width < Columns ? scales[at % width] : targetScale))]);
    }

    /// <inheritdoc/>
    public override TriangularFactor WithKnown(int column, double coefficient)
    {
        var width = Columns + 1;
        var moved = (double[])r.Clone();
        for (var i = 0; i < width; i++)
        {
            moved[(i * width) + Columns] -= coefficient * r[(i * width) + column];
        }

        return new TriangularFactor(Names, Rows, moved);
    }

    /// <inheritdoc/>
    public override TriangularFactor Keep(IReadOnlyList<int> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        int[] kept = [.. columns, Columns];
        var height = Columns + 1;
        var block = new double[kept.Length * height];
        for (var j = 0; j < kept.Length; j++)
        {
            CopyColumn(kept[j], block.AsSpan(j * height));
        }

        var small = new double[kept.Length * kept.Length];
        Reflections.Append(small, block, kept.Length, height, height);
        return new TriangularFactor([.. columns.Select(column => Names[column])], Rows, small);
    }

    private static double[] ProductsOf(double[] r, int width)
    {
        var columns = new double[r.Length];
        for (var i = 0; i < width; i++)
        {
            for (var j = i; j < width; j++)
            {
                columns[(j * width) + i] = r[(i * width) + j];
            }
        }

        var products = new double[r.Length];
        TileKernels.AddProducts(products, columns, width, width, width);
        TileKernels.Mirror(products, width);
        return products;
    }

    // A column in the span of those before it gets no weight.
    private static double[] BackSubstitute(double[] small, int width)
    {
        var k = width - 1;
        var w = new double[k];
        for (var i = k - 1; i >= 0; i--)
        {
            var sum = small[(i * width) + k];
            var norm = 0.0;
            for (var j = 0; j < k; j++)
            {
                sum -= j > i ? small[(i * width) + j] * w[j] : 0;
                norm = Math.Max(norm, Math.Abs(small[(j * width) + i]));
            }

            var pivot = small[(i * width) + i];
            w[i] = Math.Abs(pivot) <= 1e-15 * norm ? 0 : sum / pivot;
        }

        return w;
    }

    private void CopyColumn(int column, Span<double> destination)
    {
        for (var i = 0; i <= Columns; i++)
        {
            destination[i] = r[(i * (Columns + 1)) + column];
        }
    }
}
