using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>All of one length.</summary>
public sealed record FixedStepSettings : SolvedStepSettings
{
    /// <summary>The length; it may stand alone, without its key.</summary>
    [Positive]
    public required double TimeStep { get; init; }
}
