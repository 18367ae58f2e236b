using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>Derivatives of a field on a grid taken axis by axis by a way that works on lines.</summary>
/// <param name="Line">How a line is differentiated.</param>
/// <param name="IsPeriodic">Whether lines go on at their other end.</param>
public sealed record AlongLines(ILineDifferentiation Line, bool IsPeriodic) : IDifferentiation
{
    /// <inheritdoc/>
    public void Apply(Grid grid, ReadOnlySpan<double> field, int x, int y, int laplacian, Span<double> derivative)
    {
        ArgumentNullException.ThrowIfNull(grid);
        if (laplacian < 0)
        {
            throw new NotSupportedException(
                "Derivatives along lines do not invert the Laplacian; take SpectralDerivatives.");
        }

        if (laplacian > 0)
        {
            var (first, second) = (new double[field.Length], new double[field.Length]);
            Apply(grid, field, x + 2, y, laplacian - 1, first);
            Apply(grid, field, x, y + 2, laplacian - 1, second);
            System.Numerics.Tensors.TensorPrimitives.Add(first, second, derivative);
            return;
        }

        var nx = grid.Axes[^1].Points;
        if (grid.Dimensions == 1 && y > 0)
        {
            derivative.Clear();
            return;
        }

        var half = new double[field.Length];
        Along(grid.Axes[^1], 1, nx, x, field, half);
        if (grid.Dimensions == 1)
        {
            half.CopyTo(derivative);
        }
        else
        {
            Along(grid.Axes[0], nx, nx, y, half, derivative);
        }
    }

    // Lines of an axis: neighbours lie stride apart, and there are `lines` of them side by side or one after another.
    private void Along(Axis axis, int stride, int nx, int order, ReadOnlySpan<double> field, Span<double> derivative)
    {
        if (order == 0)
        {
            field.CopyTo(derivative);
            return;
        }

        var (n, lines) = (axis.Points, field.Length / axis.Points);
        var (line, result) = (new double[n], new double[n]);
        for (var at = 0; at < lines; at++)
        {
            var first = stride == 1 ? at * nx : at;
            for (var i = 0; i < n; i++)
            {
                line[i] = field[first + (i * stride)];
            }

            Line.Apply(line, axis.Spacing, order, IsPeriodic, result);
            for (var i = 0; i < n; i++)
            {
                derivative[first + (i * stride)] = result[i];
            }
        }
    }
}
