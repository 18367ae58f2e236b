using Sci.Assimilation;
using Sci.Cases.Settings;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>The first field at points drawn uniformly over the box, anywhere between those of its grid.</summary>
public abstract record PointsSettings : PlacesSettings
{
    /// <summary>Number of points.</summary>
    [AtLeast(1)]
    public required int Count { get; init; }

    /// <summary>Seed of the points.</summary>
    public required ulong Seed { get; init; }

    /// <summary>How the field is read between the points of its grid.</summary>
    public required InterpolationName Interpolation { get; init; }

    /// <summary>The points that <paramref name="random"/> gives.</summary>
    private protected Observations Draw(Grid grid, int fields, double variance, RandomSource random)
    {
        var places = new States(Count, grid.Dimensions);
        for (var i = 0; i < Count; i++)
        {
            for (var d = 0; d < grid.Dimensions; d++)
            {
                places[i][d] = grid.Axes[d].Origin + (grid.Axes[d].Length * random.Uniform());
            }
        }

        var sums = Interpolation switch
        {
            InterpolationName.Spectral => Assimilation.Interpolation.Spectral(grid, places),
            InterpolationName.Spline => Assimilation.Interpolation.Spline(grid, places),
            _ => Assimilation.Interpolation.Cubic(grid, places),
        };
        return new Observations(
            sums.OfFirst(grid.Points * fields), IndependentErrors.Uniform(Count, variance)) { Places = places };
    }
}
