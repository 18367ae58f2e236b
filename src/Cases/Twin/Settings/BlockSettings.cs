using Sci.Assimilation;
using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Means of the first field over blocks that tile the box.</summary>
public sealed record BlockSettings : PlacesSettings
{
    /// <summary>Points of a block along each axis; it divides the points of the axes.</summary>
    [AtLeast(1)]
    public required int Length { get; init; }

    internal override Func<int, Observations> On(Grid grid, int fields, double variance)
    {
        var (means, places) = Blocks.Of(grid, Length);
        return Always(new Observations(
            means.OfFirst(grid.Points * fields), IndependentErrors.Uniform(means.Count, variance)) { Places = places });
    }
}
