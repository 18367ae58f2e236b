using Sci.Numerics;
using Sci.Testing;

namespace Sci.Discovery.Tests;

public class CompressionTests
{
    private const int Rows = 5000;
    private const int Columns = 11;

    private static readonly string[] Names = [.. Enumerable.Range(0, Columns).Select(j => $"c{j}")];

    [Fact]
    public void The_gram_matrix_holds_the_inner_products_of_all_columns()
    {
        var (values, target) = RandomColumns(new RandomSource(1));
        var gram = GramMatrix.Of(new DenseDesign(Names, values, target));
        for (var i = 0; i < Columns; i++)
        {
            Assert.Equal(Dot(values[i], target), gram.Moment(i), 1e-9);
            for (var j = 0; j < Columns; j++)
            {
                Assert.Equal(Dot(values[i], values[j]), gram.Product(i, j), 1e-9);
            }
        }

        Assert.Equal(Rows, gram.Rows);
        Assert.Equal(Dot(target, target), gram.TargetSquare, 1e-9);
    }

    [Fact]
    public void Gram_and_triangular_factor_are_the_same_problem()
    {
        var (values, target) = RandomColumns(new RandomSource(2));
        var design = new DenseDesign(Names, values, target);
        var (gram, triangle) = (GramMatrix.Of(design), TriangularFactor.Of(design));
        int[] support = [1, 4, 9];
        double[] ridge = [0, 3, 0];
        var w = gram.Solve(support, ridge);
        var v = triangle.Solve(support, ridge);
        Assert.Equal(gram.TargetSquare, triangle.TargetSquare, 1e-11 * gram.TargetSquare);
        for (var i = 0; i < support.Length; i++)
        {
            Assert.Equal(w[i], v[i], 1e-12);
        }

        Assert.Equal(gram.ResidualSquare(support, w), triangle.ResidualSquare(support, v), 1e-11 * gram.TargetSquare);
    }

    [Fact]
    public void The_triangular_factor_keeps_residuals_that_the_gram_matrix_loses()
    {
        var (values, target) = RandomColumns(new RandomSource(3));
        for (var i = 0; i < Rows; i++)
        {
            target[i] = values[0][i] - (2 * values[5][i]) + (1e-10 * target[i]);
        }

        var triangle = TriangularFactor.Of(new DenseDesign(Names, values, target));
        int[] support = [0, 5];
        var w = triangle.Solve(support, new double[2]);
        var residual = Enumerable.Range(0, Rows).Sum(
            i => Math.Pow(target[i] - (w[0] * values[0][i]) - (w[1] * values[5][i]), 2));
        Assert.Equal(1, triangle.ResidualSquare(support, w) / residual, 1e-4);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bytes()
    {
        var (values, target) = RandomColumns(new RandomSource(4));
        var design = new DenseDesign(Names, values, target);
        Assert.Equal(Bytes(GramMatrix.Of(design, 1)), Bytes(GramMatrix.Of(design, 5)));
        Assert.Equal(Bytes(TriangularFactor.Of(design, 1)), Bytes(TriangularFactor.Of(design, 5)));
    }

    [Fact]
    public void Blocks_add_up_to_the_whole_and_subtract_from_it()
    {
        var (values, target) = RandomColumns(new RandomSource(5));
        var (first, second) = (Part(values, target, 0, 2100), Part(values, target, 2100, Rows));
        var whole = GramMatrix.Of(new DenseDesign(Names, values, target));
        var (a, b) = (GramMatrix.Of(first), GramMatrix.Of(second));
        Assert.Equal(Rows, a.Plus(b).Rows);
        Near(whole, a.Plus(b), 1e-10);
        Near(a, whole.Minus(b), 1e-10);
        Near(whole, TriangularFactor.Of(first).Plus(TriangularFactor.Of(second)), 1e-10);
        Near(whole, TriangularFactor.Of(second).Plus(TriangularFactor.Of(first)), 1e-10);
    }

    [Fact]
    public void Weights_count_rows_more_than_once()
    {
        var (values, target) = RandomColumns(new RandomSource(6));
        var twice = new Weighted(new DenseDesign(Names, values, target), [.. Enumerable.Repeat(2.0, Rows)]);
        var whole = GramMatrix.Of(new DenseDesign(Names, values, target));
        var doubled = GramMatrix.Of(twice);
        Assert.Equal(2 * whole.Product(3, 7), doubled.Product(3, 7), 1e-9);
        Assert.Equal(whole.Rows, doubled.Rows);
    }

    [Fact]
    public void A_known_term_moves_to_the_target()
    {
        var (values, target) = RandomColumns(new RandomSource(7));
        var moved = new double[Rows];
        for (var i = 0; i < Rows; i++)
        {
            moved[i] = target[i] - (1.5 * values[2][i]);
        }

        var expected = GramMatrix.Of(new DenseDesign(Names, values, moved));
        var design = new DenseDesign(Names, values, target);
        Near(expected, GramMatrix.Of(design).WithKnown(2, 1.5), 1e-9);
        Near(expected, TriangularFactor.Of(design).WithKnown(2, 1.5), 1e-9);
    }

    [Fact]
    public void Columns_can_be_kept_in_any_order()
    {
        var (values, target) = RandomColumns(new RandomSource(8));
        var design = new DenseDesign(Names, values, target);
        var gram = GramMatrix.Of(design).Keep([6, 2]);
        Near(gram, TriangularFactor.Of(design).Keep([6, 2]), 1e-9);
        Assert.Equal(["c6", "c2"], gram.Names);
    }

    [Fact]
    public void Compression_needs_no_room_for_the_rows()
    {
        // Two designs of the same tile, one of ten times the rows.
        var few = Allocations.Of(() => GramMatrix.Of(new Endless(200), 1), repeats: 3);
        var many = Allocations.Of(() => GramMatrix.Of(new Endless(2000), 1), repeats: 3);
        Assert.True(many < few + 10_000, $"{few} bytes for 200 tiles, {many} for 2000");
        few = Allocations.Of(() => TriangularFactor.Of(new Endless(200), 1), repeats: 3);
        many = Allocations.Of(() => TriangularFactor.Of(new Endless(2000), 1), repeats: 3);
        Assert.True(many < few + 10_000, $"{few} bytes for 200 tiles, {many} for 2000");
    }

    private static (States Values, double[] Target) RandomColumns(RandomSource random)
    {
        var values = new States(Columns, Rows);
        var target = new double[Rows];
        random["columns"].Normals(values.Values);
        random["target"].Normals(target);
        return (values, target);
    }

    private static DenseDesign Part(States values, double[] target, int first, int last)
    {
        var part = new States(Columns, last - first);
        for (var j = 0; j < Columns; j++)
        {
            values[j][first..last].CopyTo(part[j]);
        }

        return new DenseDesign(Names, part, target[first..last]);
    }

    private static byte[] Bytes(CompressedDesign design) =>
        System.Runtime.InteropServices.MemoryMarshal.AsBytes(design.Products).ToArray();

    private static void Near(CompressedDesign expected, CompressedDesign actual, double tolerance)
    {
        for (var i = 0; i < expected.Products.Length; i++)
        {
            Assert.Equal(expected.Products[i], actual.Products[i], tolerance * expected.TargetSquare);
        }
    }

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    private sealed record Endless(int Tiles) : IDesign
    {
        public IReadOnlyList<string> Names { get; } = ["a", "b", "c"];

        public int RowsOf(int tile) => 64;

        public void Fill(int tile, Span<double> columns)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                columns[i] = Math.Cos(i + (0.1 * tile));
            }
        }
    }
}
