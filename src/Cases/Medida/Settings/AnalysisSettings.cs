using Sci.Assimilation;
using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>How an ensemble takes observations in.</summary>
[Variant("enkf", typeof(PerturbedAnalysisSettings))]
[Variant("etkf", typeof(TransformAnalysisSettings))]
[Variant("etkf-unrotated", typeof(UnrotatedAnalysisSettings))]
[Variant("etkf-triangular", typeof(TriangularAnalysisSettings))]
[Variant("denkf", typeof(DeterministicAnalysisSettings))]
[Variant("serial", typeof(SerialAnalysisSettings))]
[Variant("enkf-n", typeof(FiniteSizeAnalysisSettings))]
[Variant("letkf", typeof(LocalAnalysisSettings))]
[Variant("particles", typeof(ParticleAnalysisSettings))]
public abstract record AnalysisSettings
{
    internal abstract IAnalysis On(Grid grid);
}
