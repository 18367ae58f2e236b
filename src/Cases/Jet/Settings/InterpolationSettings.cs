using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>How the whole first snapshot of a pair is made of its sensors' readings.</summary>
[Variant("minimum-energy", typeof(MinimumEnergySettings))]
[Variant("kriging", typeof(KrigingSettings))]
[Variant("cycling", typeof(CyclingSettings))]
[Variant("cubic", typeof(CubicSettings))]
[Variant("random-features", typeof(RandomFeatureSettings))]
public abstract record InterpolationSettings;

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

/// <summary>Cubic radial functions through the nearest sensors.</summary>
public sealed record CubicSettings : InterpolationSettings
{
    /// <summary>How many sensors.</summary>
    [Between(4, 200)]
    public required int Neighbours { get; init; }
}

/// <summary>Ridge regression on random Fourier features.</summary>
public sealed record RandomFeatureSettings : InterpolationSettings
{
    /// <summary>How many features.</summary>
    [Between(1, 20000)]
    public required int Features { get; init; }

    /// <summary>Standard deviation of their frequencies over 2π, the box scaled to 2π.</summary>
    [Positive]
    public required double Width { get; init; }

    /// <summary>Penalty on the weights.</summary>
    [Positive]
    public required double Ridge { get; init; }
}

/// <summary>The field of least energy through the readings, which are taken as exact.</summary>
public sealed record MinimumEnergySettings : PriorSettings;

/// <summary>The posterior mean under a prior whose spectrum falls as (K₀² + K²)⁻ᵖ.</summary>
public sealed record KrigingSettings : PriorSettings
{
    /// <summary>Prior variance of ψ₁ and of ψ₂ at a point.</summary>
    [Count(2, 2)]
    [Positive]
    public required IReadOnlyList<double> Variances { get; init; }
}

/// <summary>Optimal interpolation of innovations, cycled over a window before each pair with the model as it
/// stands.</summary>
public sealed record CyclingSettings : PriorSettings
{
    /// <summary>Prior variance of ψ₁ and of ψ₂ at a point for the first snapshot of a window.</summary>
    [Count(2, 2)]
    [Positive]
    public required IReadOnlyList<double> Variances { get; init; }

    /// <summary>Prior variance of the forecasts' errors of ψ₁ and of ψ₂.</summary>
    [Count(2, 2)]
    [Positive]
    public required IReadOnlyList<double> ForecastVariances { get; init; }

    /// <summary>Number of snapshots before the pair.</summary>
    [AtLeast(1)]
    public required int Cycles { get; init; }

    /// <summary>Time between them.</summary>
    [Positive]
    public required double Every { get; init; }

    /// <summary>How often the window is cycled again with the corrected model.</summary>
    [AtLeast(1)]
    public required int Passes { get; init; }
}
