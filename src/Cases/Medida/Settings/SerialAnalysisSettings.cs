using Sci.Assimilation;
using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>The square root filter that takes one observation after the other, rotated at random.</summary>
public sealed record SerialAnalysisSettings : AnalysisSettings
{
    /// <summary>Half the distance at which a covariance ceases to count (Gaspari and Cohn); none counts all.</summary>
    [Positive]
    public double? HalfWidth { get; init; }

    internal override IAnalysis On(Grid grid) => new Rotated(new SerialSquareRoot
    {
        Localization = HalfWidth is { } width ? new Localization(grid, new GaspariCohn(width)) : null,
    });
}
