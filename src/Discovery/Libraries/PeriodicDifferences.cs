using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>Central finite differences on the periodic box.</summary>
/// <remarks>
/// Weights of Fornberg (1988), doi:10.1090/S0025-5718-1988-0935077-0; the Laplacian is ∂ₓₓ + ∂ᵧᵧ, its inverse is not
/// there.
/// </remarks>
/// <param name="Accuracy">Order of the error in the spacing: 2, 4, 6 or 8.</param>
public sealed record PeriodicDifferences(int Accuracy) : IDifferentiation
{
    /// <summary>Order of the error in the spacing.</summary>
    public int Accuracy { get; } = Accuracy is 2 or 4 or 6 or 8
        ? Accuracy
        : throw new ArgumentOutOfRangeException(
            nameof(Accuracy), Accuracy, "Central differences come with accuracy 2, 4, 6 or 8.");

    /// <inheritdoc/>
    public void Apply(Grid grid, ReadOnlySpan<double> field, int x, int y, int laplacian, Span<double> derivative)
    {
        ArgumentNullException.ThrowIfNull(grid);
        if (laplacian < 0)
        {
            throw new NotSupportedException(
                "Finite differences do not invert the Laplacian; take SpectralDerivatives.");
        }

        if (laplacian == 0)
        {
            Mixed(grid, field, x, y, derivative);
            return;
        }

        // (∂ₓₓ + ∂ᵧᵧ)ᶜ, one power at a time.
        var first = new double[field.Length];
        var second = new double[field.Length];
        Apply(grid, field, x + 2, y, laplacian - 1, first);
        if (grid.Dimensions > 1)
        {
            Apply(grid, field, x, y + 2, laplacian - 1, second);
        }

        for (var i = 0; i < derivative.Length; i++)
        {
            derivative[i] = first[i] + second[i];
        }
    }

    /// <summary>Weights of the derivative of the given order at offsets -r … r, for a spacing of 1.</summary>
    internal static double[] Weights(int order, int accuracy)
    {
        var reach = ((order + 1) / 2) + (accuracy / 2) - 1;
        return Weights(order, reach, offset: 0);
    }

    /// <summary>
    /// Weights of the derivative at <paramref name="offset"/> from the middle of a window of 2 reach + 1 points.
    /// </summary>
    internal static double[] Weights(int order, int reach, int offset) =>
        Fornberg([.. Enumerable.Range(-reach, (2 * reach) + 1).Select(at => (double)(at - offset))], order);

    private void Mixed(Grid grid, ReadOnlySpan<double> field, int x, int y, Span<double> derivative)
    {
        var axisX = grid.Axes[^1];
        if (y == 0)
        {
            Along(field, axisX, 1, x, derivative);
            return;
        }

        if (grid.Dimensions == 1)
        {
            derivative.Clear();
            return;
        }

        var inX = new double[field.Length];
        Along(field, axisX, 1, x, inX);
        Along(inX, grid.Axes[0], axisX.Points, y, derivative);
    }

    private void Along(ReadOnlySpan<double> field, Axis axis, int stride, int order, Span<double> derivative)
    {
        if (order == 0)
        {
            field.CopyTo(derivative);
            return;
        }

        var weights = Weights(order, Accuracy);
        var reach = weights.Length / 2;
        var scale = Math.Pow(axis.Spacing, -order);
        var n = axis.Points;
        for (var at = 0; at < field.Length; at++)
        {
            var i = at / stride % n;
            var line = at - (i * stride);
            var sum = 0.0;
            for (var offset = -reach; offset <= reach; offset++)
            {
                sum += weights[offset + reach] * field[line + ((i + offset + (n * reach)) % n * stride)];
            }

            derivative[at] = scale * sum;
        }
    }

    // Weights of the derivative at 0 of the polynomial through values at the offsets.
    private static double[] Fornberg(double[] offsets, int order)
    {
        var weights = new double[offsets.Length, order + 1];
        weights[0, 0] = 1;
        var c1 = 1.0;
        for (var i = 1; i < offsets.Length; i++)
        {
            var c2 = 1.0;
            for (var j = 0; j < i; j++)
            {
                var c3 = offsets[i] - offsets[j];
                c2 *= c3;
                for (var k = Math.Min(i, order); j == i - 1 && k >= 0; k--)
                {
                    weights[i, k] =
                        c1 / c2 * ((k > 0 ? k * weights[i - 1, k - 1] : 0) - (offsets[i - 1] * weights[i - 1, k]));
                }

                for (var k = Math.Min(i, order); k >= 0; k--)
                {
                    weights[j, k] = ((offsets[i] * weights[j, k]) - (k > 0 ? k * weights[j, k - 1] : 0)) / c3;
                }
            }

            c1 = c2;
        }

        return [.. Enumerable.Range(0, offsets.Length).Select(i => weights[i, order])];
    }
}
