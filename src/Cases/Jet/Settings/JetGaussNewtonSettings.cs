using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>Gauss-Newton steps on the model's own forecasts, read in ψ at the sensors.</summary>
public sealed record JetGaussNewtonSettings : JetDiscoverySettings
{
    /// <summary>Candidates in the equation of each layer.</summary>
    [Count(1)]
    public required IReadOnlyList<string> Library { get; init; }

    /// <summary>χ² that a term must be worth.</summary>
    [Positive]
    public required double Price { get; init; }

    /// <summary>Part of the misfit below which no contribution of a term is believed.</summary>
    [Positive]
    public required double Floor { get; init; }

    /// <summary>Rows of points at both edges in y whose sensors are not compared with the forecast.</summary>
    [Between(0, 90)]
    public required int CutRows { get; init; }
}
