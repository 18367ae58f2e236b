using Sci.Assimilation;
using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>The finite-size filter EnKF-N, which finds its own inflation, rotated at random.</summary>
public sealed record FiniteSizeAnalysisSettings : AnalysisSettings
{
    /// <summary>
    /// Certainty of the hyperprior: 1 for an ensemble of independent draws, above for milder sampling errors.
    /// </summary>
    [Positive]
    public required double Certainty { get; init; }

    internal override IAnalysis On(Grid grid) => new Rotated(new FiniteSizeDual { Certainty = Certainty });
}
