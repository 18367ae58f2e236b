using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>A filter whose analyses also change the times just past.</summary>
public abstract record SmootherMethodSettings : FilterMethodSettings
{
    /// <summary>Analyses for which a time is updated.</summary>
    [AtLeast(1)]
    public required int Lag { get; init; }
}
