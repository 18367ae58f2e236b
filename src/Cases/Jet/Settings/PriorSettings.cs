using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>Interpolants with a prior spectrum that falls as (K₀² + K²)⁻ᵖ.</summary>
public abstract record PriorSettings : InterpolationSettings
{
    /// <summary>p.</summary>
    [Between(1, 8)]
    public required double Power { get; init; }

    /// <summary>K₀².</summary>
    [Positive]
    public required double Floor { get; init; }
}
