using Sci.Assimilation;
using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>The local ensemble transform Kalman filter, rotated at random.</summary>
public sealed record LocalAnalysisSettings : AnalysisSettings
{
    /// <summary>Half the distance at which an observation ceases to count (Gaspari and Cohn).</summary>
    [Positive]
    public required double HalfWidth { get; init; }

    internal override IAnalysis On(Grid grid) =>
        new Rotated(new Letkf { Localization = new Localization(grid, new GaspariCohn(HalfWidth)) });
}
