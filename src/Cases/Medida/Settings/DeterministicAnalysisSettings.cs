using Sci.Assimilation;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>The deterministic ensemble Kalman filter: the anomalies move with half the gain.</summary>
public sealed record DeterministicAnalysisSettings : AnalysisSettings
{
    internal override IAnalysis On(Grid grid) => new Denkf();
}
