using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>
/// A sum of Kronecker products of a matrix an axis: how the noise of rows of a weak form goes together.
/// </summary>
/// <param name="Rows">Places on each axis of the rows, slowest first.</param>
/// <param name="Columns">Places on each axis of the columns.</param>
/// <param name="Parts">For each product its matrices, one an axis, shape [rows, columns] of the axis.</param>
internal sealed record Kronecker(int[] Rows, int[] Columns, IReadOnlyList<double[][]> Parts)
{
    /// <summary>The sum times a vector.</summary>
    public double[] Times(ReadOnlySpan<double> vector)
    {
        var sum = new double[Product(Rows)];
        foreach (var part in Parts)
        {
            var current = vector.ToArray();
            var inner = Product(Columns);
            for (var axis = 0; axis < part.Length; axis++)
            {
                inner /= Columns[axis];
                current = Along(part[axis], Rows[axis], Columns[axis], inner, current);
            }

            System.Numerics.Tensors.TensorPrimitives.Add(sum, current, sum);
        }

        return sum;
    }

    /// <summary>The sum as a whole, shape [rows, columns].</summary>
    public double[] Dense()
    {
        var (rows, columns) = (Product(Rows), Product(Columns));
        var sum = new double[rows * columns];
        foreach (var part in Parts)
        {
            for (var row = 0; row < rows; row++)
            {
                Add(part, 0, rows, row, 1, sum.AsSpan(row * columns, columns));
            }
        }

        return sum;
    }

    // Adds one row of a product, axis by axis; zeros of the slow axes are skipped.
    private void Add(double[][] part, int axis, int rows, int row, double factor, Span<double> sum)
    {
        var inner = rows / Rows[axis];
        var line = part[axis].AsSpan(row / inner * Columns[axis], Columns[axis]);
        if (axis == part.Length - 1)
        {
            System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(line, factor, sum, sum);
            return;
        }

        var width = sum.Length / Columns[axis];
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] != 0)
            {
                Add(part, axis + 1, inner, row % inner, factor * line[at], sum.Slice(at * width, width));
            }
        }
    }

    private static double[] Along(double[] matrix, int rows, int columns, int inner, double[] vector)
    {
        var outer = vector.Length / (columns * inner);
        var result = new double[outer * rows * inner];
        for (var at = 0; at < outer; at++)
        {
            Blas.Gemm(
                1, new ReadOnlyMatrixSpan(matrix, rows, columns),
                new ReadOnlyMatrixSpan(vector.AsSpan(at * columns * inner, columns * inner), columns, inner),
                0, new MatrixSpan(result.AsSpan(at * rows * inner, rows * inner), rows, inner));
        }

        return result;
    }

    private static int Product(int[] sizes) => sizes.Aggregate(1, (product, size) => product * size);
}
