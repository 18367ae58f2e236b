using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>A periodic line, or a box or a channel where it has points along y.</summary>
public sealed record SolvedGridSettings : IChecked
{
    /// <summary>Number of points along x.</summary>
    [Even]
    [Between(2, 1 << 24)]
    public required int Points { get; init; }

    /// <summary>Period along x.</summary>
    [Positive]
    public required double Length { get; init; }

    /// <summary>Coordinate of the first point, along both axes.</summary>
    public double Origin { get; init; }

    /// <summary>Number of points along y; left out on a line.</summary>
    [Even]
    [Between(2, 1 << 14)]
    public int? PointsY { get; init; }

    /// <summary>Period along y, or distance between the walls; as along x if left out.</summary>
    [Positive]
    public double? LengthY { get; init; }

    /// <summary>Whether walls bound y, with 0 in the middle.</summary>
    public bool Walls { get; init; }

    /// <inheritdoc/>
    public void Check(Complaints complaints)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        complaints.Require(LengthY is null || PointsY is not null, nameof(LengthY), "needs points_y beside it");
        complaints.Require(
            !Walls || (PointsY is not null && Origin == 0), nameof(Walls), "need points_y, and no origin, beside them");
    }

    /// <summary>The grid, with a number of points times as many along each axis.</summary>
    internal Grid On(int times)
    {
        if (Walls)
        {
            return Grid.Channel(times * PointsY!.Value, times * Points, LengthY ?? Length, Length);
        }

        var x = new Axis("x", times * Points, Length, Origin);
        return PointsY is { } rows ? new Grid(new Axis("y", times * rows, LengthY ?? Length, Origin), x) : new Grid(x);
    }
}
