using Sci.Assimilation;
using Sci.Cases.Settings;
using Sci.Numerics;
using Setting = Sci.Assimilation.Experiments.Setting;

namespace Sci.Cases;

/// <summary>What goes through the observations and finds the truth again.</summary>
[Variant("ensemble", typeof(EnsembleMethodSettings))]
[Variant("enks", typeof(LaggedMethodSettings))]
[Variant("enrts", typeof(BackwardMethodSettings))]
[Variant("asynchronous", typeof(AsynchronousMethodSettings))]
[Variant("augmented", typeof(AugmentedMethodSettings))]
[Variant("hybrid", typeof(HybridMethodSettings))]
[Variant("ienks", typeof(IterativeMethodSettings))]
[Variant("4dvar", typeof(FourDVarMethodSettings))]
[Variant("3dvar", typeof(ThreeDVarMethodSettings))]
[Variant("optimal-interpolation", typeof(OptimalInterpolationMethodSettings))]
[Variant("climatology", typeof(ClimatologyMethodSettings))]
public abstract record MethodSettings
{
    /// <summary>Number of states that it carries.</summary>
    internal abstract int States { get; }

    /// <summary>Starts it.</summary>
    /// <param name="setting">What is run and observed.</param>
    /// <param name="start">States at the start, one interval before the first observations; the cycle's own.</param>
    /// <param name="random">Stream of the free run that a climatology comes from.</param>
    internal abstract ICycle Cycle(Setting setting, States start, RandomSource random);

    /// <summary>What it cannot make of the other settings, or null.</summary>
    internal virtual string? Complaint(TwinSettings settings) => null;
}
