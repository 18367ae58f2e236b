using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>Second-order differences of a line that is not taken for periodic: one-sided at both ends.</summary>
/// <remarks>
/// The derivatives of PDE-FIND (Rudy and others, 2017, doi:10.1126/sciadv.1602614) that MEDIDA's authors use. Third
/// derivatives have five points; higher ones are differences of the third, taken again at most three orders at a time.
/// </remarks>
public sealed record OneSidedDifferences : IDifferentiation
{
    /// <inheritdoc/>
    public void Apply(Grid grid, ReadOnlySpan<double> field, int x, int y, int laplacian, Span<double> derivative)
    {
        ArgumentNullException.ThrowIfNull(grid);
        if (grid.Dimensions != 1 || y != 0 || laplacian != 0 || field.Length < 7)
        {
            throw new NotSupportedException(
                "One-sided differences are there for x-derivatives on a line of "
                + "at least 7 points; take PeriodicDifferences.");
        }

        Differentiate(field, grid.Axes[0].Spacing, x, derivative);
    }

    private static void Differentiate(ReadOnlySpan<double> u, double dx, int order, Span<double> d)
    {
        switch (order)
        {
            case 0:
                u.CopyTo(d);
                break;
            case 1:
                Stencil(u, [-0.5, 0, 0.5], [-1.5, 2, -0.5], dx, d);
                break;
            case 2:
                Stencil(u, [1, -2, 1], [2, -5, 4, -1], dx * dx, d);
                break;
            case 3:
                Stencil(u, [-0.5, 1, 0, -1, 0.5], [-2.5, 9, -12, 7, -1.5], dx * dx * dx, d);
                break;
            default:
                var third = new double[u.Length];
                Differentiate(u, dx, 3, third);
                Differentiate(third, dx, order - 3, d);
                break;
        }
    }

    // Near the ends the first (or, mirrored, the last) points from the point itself on.
    private static void Stencil(
        ReadOnlySpan<double> u, ReadOnlySpan<double> middle, ReadOnlySpan<double> end, double scale, Span<double> d)
    {
        var reach = middle.Length / 2;
        var mirror = reach == 1 && middle[0] == middle[2] ? 1 : -1;
        for (var i = 0; i < u.Length; i++)
        {
            var sum = 0.0;
            if (i < reach)
            {
                for (var k = 0; k < end.Length; k++)
                {
                    sum += end[k] * u[i + k];
                }
            }
            else if (i >= u.Length - reach)
            {
                for (var k = 0; k < end.Length; k++)
                {
                    sum += mirror * end[k] * u[i - k];
                }
            }
            else
            {
                for (var k = 0; k < middle.Length; k++)
                {
                    sum += middle[k] * u[i - reach + k];
                }
            }

            d[i] = sum / scale;
        }
    }
}
