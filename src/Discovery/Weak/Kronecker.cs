using System.Numerics.Tensors;

namespace Sci.Discovery;

/// <summary>
/// A sum of Kronecker products of a matrix an axis: how the noise of rows of a weak form goes together.
/// </summary>
/// <param name="Places">Places on each axis, slowest first.</param>
/// <param name="Parts">For each product its matrices, one an axis, shape [places, places] of the axis.</param>
internal sealed record Kronecker(int[] Places, IReadOnlyList<double[][]> Parts)
{
    /// <summary>The sum as a whole, shape [rows, rows].</summary>
    public double[] Dense()
    {
        var rows = Places.Aggregate(1, (product, places) => product * places);
        var sum = new double[rows * rows];
        foreach (var part in Parts)
        {
            for (var row = 0; row < rows; row++)
            {
                Add(part, 0, rows, row, 1, sum.AsSpan(row * rows, rows));
            }
        }

        return sum;
    }

    // Adds one row of a product, axis by axis; zeros of the slow axes are skipped.
    private void Add(double[][] part, int axis, int rows, int row, double factor, Span<double> sum)
    {
        var inner = rows / Places[axis];
        var line = part[axis].AsSpan(row / inner * Places[axis], Places[axis]);
        if (axis == part.Length - 1)
        {
            TensorPrimitives.MultiplyAdd(line, factor, sum, sum);
            return;
        }

        var width = sum.Length / Places[axis];
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] != 0)
            {
                Add(part, axis + 1, inner, row % inner, factor * line[at], sum.Slice(at * width, width));
            }
        }
    }
}
