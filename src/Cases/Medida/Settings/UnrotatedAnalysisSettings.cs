using Sci.Assimilation;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>The ensemble transform Kalman filter with the symmetric square root, as it is.</summary>
public sealed record UnrotatedAnalysisSettings : AnalysisSettings
{
    internal override IAnalysis On(Grid grid) => new SquareRoot();
}
