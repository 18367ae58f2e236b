using Sci.Assimilation;
using Sci.Assimilation.Experiments;
using Sci.Cases.Settings;
using Sci.Numerics;
using Sci.Solvers;
using Setting = Sci.Assimilation.Experiments.Setting;

namespace Sci.Cases;

/// <summary>Four-dimensional variational analysis on the model's adjoint, its constraint strong or weak.</summary>
public sealed record FourDVarMethodSettings : MethodSettings
{
    /// <summary>Analyses from the start of a window to its newest observations.</summary>
    [AtLeast(1)]
    public required int Lag { get; init; }

    /// <summary>
    /// Analyses of a run of its own, by whose forecasts the share of the climatological covariance is chosen.
    /// </summary>
    [AtLeast(20)]
    public required int Training { get; init; }

    /// <summary>
    /// Variance of the model's error over an interval, independent from value to value, which a weak constraint fits;
    /// without, the model is taken as perfect.
    /// </summary>
    [Positive]
    public double? ModelError { get; init; }

    internal override int States => 1;

    internal override ICycle Cycle(Setting setting, States start, RandomSource random) =>
        Calibration.FourDVar(
            setting, Lag, Background.Independent(start.Size, ModelError ?? 0), Training, start, random);

    internal override string? Complaint(TwinSettings settings) =>
        (settings.Model ?? settings.System).Model() is ITangentModel
            ? null : "needs a system with an adjoint, such as lorenz96";
}
