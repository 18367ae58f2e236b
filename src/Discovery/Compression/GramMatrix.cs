using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>The sums [Φ t]ᵀ[Φ t] and n: the cheapest compression, and one that adds and subtracts.</summary>
/// <remarks>
/// One matrix a block, trajectory or fold makes cross-validation, bootstraps and leave-one-out sums and differences. It
/// squares the condition number of Φ; <see cref="TriangularFactor"/> does not.
/// </remarks>
public sealed class GramMatrix : CompressedDesign
{
    internal GramMatrix(IReadOnlyList<string> names, double rows, double[] products)
        : base(names, rows, products)
    {
    }

    /// <summary>Compresses a design in one pass; the bytes do not depend on the number of threads.</summary>
    public static GramMatrix Of(IDesign design) => Of(design, Workers.Limit);

    /// <summary>Compresses a design in one pass over at most <paramref name="threads"/> threads.</summary>
    public static GramMatrix Of(IDesign design, int threads)
    {
        ArgumentNullException.ThrowIfNull(design);
        var width = design.Names.Count + 1;
        var (products, rows) = TileReduction.Over(design, threads, TileKernels.AddProducts, Add);
        TileKernels.Mirror(products, width);
        return new GramMatrix(design.Names, rows, products);

        static void Add(double[] sum, double[] term, int width)
        {
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += term[i];
            }
        }
    }

    /// <summary>The design of both blocks' rows.</summary>
    public GramMatrix Plus(GramMatrix other) => Combine(other, 1);

    /// <summary>The design without the rows of <paramref name="other"/>, which must be among this one's.</summary>
    public GramMatrix Minus(GramMatrix other) => Combine(other, -1);

    /// <inheritdoc/>
    public override double[] Solve(ReadOnlySpan<int> support, ReadOnlySpan<double> ridge)
    {
        var k = support.Length;
        var h = new double[k * k];
        var w = new double[k];
        for (var i = 0; i < k; i++)
        {
            w[i] = Moment(support[i]);
            for (var j = 0; j < k; j++)
            {
                h[(i * k) + j] = Product(support[i], support[j]) + (i == j ? ridge[i] : 0);
            }
        }

        Cholesky.Of(h, k).Solve(w);
        return w;
    }

    /// <inheritdoc/>
    public override double ResidualSquare(ReadOnlySpan<int> support, ReadOnlySpan<double> weights)
    {
        var sum = TargetSquare;
        for (var i = 0; i < support.Length; i++)
        {
            var row = -2 * Moment(support[i]);
            for (var j = 0; j < support.Length; j++)
            {
                row += Product(support[i], support[j]) * weights[j];
            }

            sum += weights[i] * row;
        }

        return Math.Max(sum, 0);
    }

    /// <inheritdoc/>
    public override GramMatrix Tempered(double factor)
    {
        var products = Products.ToArray();
        for (var i = 0; i < products.Length; i++)
        {
            products[i] *= factor;
        }

        return new GramMatrix(Names, Rows * factor, products);
    }

    internal override GramMatrix Counted(double rows) => new(Names, rows, Products.ToArray());

    /// <inheritdoc/>
    public override GramMatrix Rescaled(IReadOnlyList<double> scales, double targetScale)
    {
        ArgumentNullException.ThrowIfNull(scales);
        var width = Columns + 1;
        var products = Products.ToArray();
        for (var i = 0; i < width; i++)
        {
            var row = i < Columns ? scales[i] : targetScale;
            for (var j = 0; j < width; j++)
            {
                products[(i * width) + j] /= row * (j < Columns ? scales[j] : targetScale);
            }
        }

        return new GramMatrix(Names, Rows, products);
    }

    /// <inheritdoc/>
    public override GramMatrix WithKnown(int column, double coefficient)
    {
        var width = Columns + 1;
        var products = Products.ToArray();
        for (var i = 0; i < width; i++)
        {
            products[(i * width) + Columns] -= coefficient * products[(i * width) + column];
        }

        for (var i = 0; i < width; i++)
        {
            products[(Columns * width) + i] -= coefficient * products[(column * width) + i];
        }

        return new GramMatrix(Names, Rows, products);
    }

    /// <inheritdoc/>
    public override GramMatrix Keep(IReadOnlyList<int> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        int[] kept = [.. columns, Columns];
        var products = new double[kept.Length * kept.Length];
        for (var i = 0; i < kept.Length; i++)
        {
            for (var j = 0; j < kept.Length; j++)
            {
                products[(i * kept.Length) + j] = Products[(kept[i] * (Columns + 1)) + kept[j]];
            }
        }

        return new GramMatrix([.. columns.Select(column => Names[column])], Rows, products);
    }

    private GramMatrix Combine(GramMatrix other, double sign)
    {
        ArgumentNullException.ThrowIfNull(other);
        TileReduction.RequireSameColumns(this, other);
        var products = Products.ToArray();
        for (var i = 0; i < products.Length; i++)
        {
            products[i] += sign * other.Products[i];
        }

        return new GramMatrix(Names, Rows + (sign * other.Rows), products);
    }
}
