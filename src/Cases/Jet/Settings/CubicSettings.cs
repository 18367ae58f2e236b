using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>Cubic radial functions through the nearest sensors.</summary>
public sealed record CubicSettings : InterpolationSettings
{
    /// <summary>How many sensors.</summary>
    [Between(4, 200)]
    public required int Neighbours { get; init; }
}
