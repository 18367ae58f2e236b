using Sci.Assimilation;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>
/// The ensemble transform Kalman filter with a triangular square root, reflected at random: the fastest.
/// </summary>
public sealed record TriangularAnalysisSettings : AnalysisSettings
{
    internal override IAnalysis On(Grid grid) => new Reflected(new TriangularSquareRoot());
}
