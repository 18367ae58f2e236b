using Sci.Assimilation;
using Sci.Cases.Settings;
using Sci.Numerics;
using Sci.Solvers;
using Setting = Sci.Assimilation.Experiments.Setting;

namespace Sci.Cases;

/// <summary>Strong-constraint four-dimensional variational analysis on the model's adjoint.</summary>
public sealed record FourDVarMethodSettings : MethodSettings
{
    /// <summary>Analyses from the start of a window to its newest observations.</summary>
    [AtLeast(1)]
    public required int Lag { get; init; }

    /// <summary>Most outer steps of a fit.</summary>
    [AtLeast(1)]
    public required int Iterations { get; init; }

    /// <summary>Share of the climatological covariance that is the background's.</summary>
    [Positive]
    public required double Share { get; init; }

    internal override int States => 1;

    internal override ICycle Cycle(Setting setting, States start, RandomSource random) => new FourDVarCycle(
        (ITangentModel)setting.Model, setting.StepsBetween, Lag, setting.Climatology(random).Scaled(Share), start)
    {
        Iterations = Iterations,
        Tolerance = 1e-3,
    };

    internal override string? Complaint(TwinSettings settings) =>
        settings.System.Model() is ITangentModel ? null : "needs a system with an adjoint, such as lorenz96";
}
