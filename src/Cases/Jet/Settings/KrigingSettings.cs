using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>The posterior mean under a prior whose spectrum falls as (K₀² + K²)⁻ᵖ.</summary>
public sealed record KrigingSettings : PriorSettings
{
    /// <summary>Prior variance of ψ₁ and of ψ₂ at a point.</summary>
    [Count(2, 2)]
    [Positive]
    public required IReadOnlyList<double> Variances { get; init; }
}
