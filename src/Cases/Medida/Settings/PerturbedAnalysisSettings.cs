using Sci.Assimilation;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>The stochastic ensemble Kalman filter, its perturbations of mean zero.</summary>
public sealed record PerturbedAnalysisSettings : AnalysisSettings
{
    internal override IAnalysis On(Grid grid) => new StochasticEnkf { Centered = true };
}
