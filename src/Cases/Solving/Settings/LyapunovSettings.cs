using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>Mean rates at which small differences grow.</summary>
public sealed record LyapunovSettings
{
    /// <summary>How many exponents, at most as many as a state has values.</summary>
    [AtLeast(1)]
    public required int Exponents { get; init; }

    /// <summary>Steps from one orthonormalisation to the next.</summary>
    [AtLeast(1)]
    public required int Steps { get; init; }

    /// <summary>Intervals that are averaged, after a tenth as many that are not.</summary>
    [AtLeast(10)]
    public required int Intervals { get; init; }
}
