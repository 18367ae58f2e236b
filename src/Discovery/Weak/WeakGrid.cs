namespace Sci.Discovery;

/// <summary>The places of the test functions over a series.</summary>
/// <remarks>A row is a place on every axis, time slowest, x fastest.</remarks>
internal sealed class WeakGrid
{
    /// <summary>Takes the axes: time, then those of the grid, slowest first.</summary>
    /// <exception cref="ArgumentException">A support does not fit in.</exception>
    public WeakGrid(params IReadOnlyList<WeakAxis> axes)
    {
        ArgumentNullException.ThrowIfNull(axes);
        if (axes.FirstOrDefault(axis => axis.Places < 1) is { } narrow)
        {
            throw new ArgumentException(
                $"A test function of {narrow.Function.Support} samples does not fit into the {narrow.Points} of its axis.", nameof(axes));
        }

        Axes = axes;
    }

    /// <summary>Time, then the axes of the grid, slowest first.</summary>
    public IReadOnlyList<WeakAxis> Axes { get; }

    /// <summary>Number of rows.</summary>
    public int Rows => Axes.Aggregate(1, (product, axis) => product * axis.Places);

    /// <summary>
    /// How many test functions overlap at a point, on each axis half a support from centre to centre counting as one.
    /// </summary>
    public double Overlap => Axes.Aggregate(1.0, (product, axis) => product * axis.Overlap);

    /// <summary>∫φ over all axes.</summary>
    public double Volume => Axes.Aggregate(1.0, (product, axis) => product * axis.Function.Integral);

    /// <summary>The same test functions at places further apart, so that at most so many rows are left.</summary>
    public WeakGrid Thinned(int overlap, int maximumRows)
    {
        int[] strides = [.. Axes.Select(axis => Math.Max(1, axis.Function.HalfWidth / overlap))];
        while (true)
        {
            var thin = new WeakGrid([.. Axes.Select((axis, i) => axis with { Stride = strides[i] })]);
            if (thin.Rows <= maximumRows)
            {
                return thin;
            }

            strides = Array.ConvertAll(strides, stride => stride + Math.Max(1, stride / 8));
        }
    }
}
