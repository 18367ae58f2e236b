using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>So short that the flow crosses at most a number of grid lengths in each.</summary>
public sealed record CourantStepSettings : SolvedStepSettings
{
    /// <summary>The number.</summary>
    [Positive]
    public required double Courant { get; init; }

    /// <summary>How often the interval between two saves may be halved.</summary>
    [Between(1, 30)]
    public required int Halvings { get; init; }
}
