using Sci.Assimilation;
using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>The bootstrap particle filter, for systems of a few variables.</summary>
public sealed record ParticleAnalysisSettings : AnalysisSettings
{
    /// <summary>Deviation of the kernel that keeps members apart, as a share of the analysis's.</summary>
    [Between(0, 1)]
    public required double Jitter { get; init; }

    internal override IAnalysis On(Grid grid) => new ParticleFilter { Jitter = Jitter };
}
