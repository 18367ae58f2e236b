using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>A periodic line.</summary>
public sealed record GridSettings
{
    /// <summary>Number of points.</summary>
    [Even]
    [Between(2, 1 << 24)]
    public required int Points { get; init; }

    /// <summary>Period.</summary>
    [Positive]
    public required double Length { get; init; }

    /// <summary>Coordinate of the first point.</summary>
    public double Origin { get; init; }

    /// <summary>The grid that these settings describe.</summary>
    public Grid Line() => Grid.Line(Points, Length, Origin);
}
