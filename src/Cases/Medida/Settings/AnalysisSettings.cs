using Sci.Assimilation;
using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>How an ensemble takes observations in.</summary>
[Variant("enkf", typeof(PerturbedAnalysisSettings))]
[Variant("etkf", typeof(TransformAnalysisSettings))]
[Variant("letkf", typeof(LocalAnalysisSettings))]
public abstract record AnalysisSettings
{
    internal abstract IAnalysis On(Grid grid);
}
