using Sci.Assimilation;
using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>
/// The first field along parallel slanted tracks through a box in two dimensions, which shift from time to time.
/// </summary>
/// <remarks>
/// As a satellite's altimeter sees the sea in Sakov and Oke (2008), doi:10.1111/j.1600-0870.2007.00299.x.
/// </remarks>
public sealed record TrackSettings : PlacesSettings
{
    /// <summary>Number of tracks at a time, evenly apart; each is seen once in every row.</summary>
    [AtLeast(1)]
    public required int Tracks { get; init; }

    /// <summary>Columns by which the tracks shift from one time to the next.</summary>
    [AtLeast(0)]
    public required int Shift { get; init; }

    internal override Func<int, Observations> On(Grid grid, int fields, double variance)
    {
        if (grid.Dimensions != 2 || grid.Axes[1].Points < Tracks)
        {
            throw new ArgumentException($"{Tracks} tracks need a box in two dimensions with as many columns.");
        }

        var columns = grid.Axes[1].Points;
        var shifted = Enumerable.Range(0, columns).Select(first => Observations.Subset(grid, fields, [.. Cells(grid, first)], variance)).ToArray();
        return time => shifted[(int)((long)time * Shift % columns)];
    }

    // One column to the right every two rows.
    private IEnumerable<int> Cells(Grid grid, int first)
    {
        var (rows, columns) = (grid.Axes[0].Points, grid.Axes[1].Points);
        for (var track = 0; track < Tracks; track++)
        {
            for (var row = 0; row < rows; row++)
            {
                yield return (row * columns) + ((first + (track * columns / Tracks) + (row / 2)) % columns);
            }
        }
    }
}
