using Sci.Assimilation;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>The ensemble transform Kalman filter with the symmetric square root, rotated at random.</summary>
public sealed record TransformAnalysisSettings : AnalysisSettings
{
    internal override IAnalysis On(Grid grid) => new Rotated(new SquareRoot());
}
