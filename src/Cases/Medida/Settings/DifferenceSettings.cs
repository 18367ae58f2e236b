using Sci.Cases.Settings;
using Sci.Discovery;

namespace Sci.Cases;

/// <summary>By differences of ensembles of forecasts.</summary>
public sealed record DifferenceSettings : ColumnSettings
{
    /// <summary>
    /// Steps of this many times the length serve where they make nearly the same forecast; 1 for the model's own.
    /// </summary>
    [AtLeast(1)]
    public required int Coarsening { get; init; }

    internal override ResponseMethod Method => new Differences(Coarsening);
}
