using Sci.Assimilation;
using Sci.Cases.Settings;
using Sci.Numerics;
using Setting = Sci.Assimilation.Experiments.Setting;

namespace Sci.Cases;

/// <summary>The iterative ensemble Kalman smoother; with a lag of one, the iterative filter.</summary>
public sealed record IterativeMethodSettings : MethodSettings
{
    /// <summary>Number of members.</summary>
    [AtLeast(2)]
    public required int Members { get; init; }

    /// <summary>Analyses from the start of a window to its newest observations.</summary>
    [AtLeast(1)]
    public required int Lag { get; init; }

    /// <summary>Most runs through a window.</summary>
    [AtLeast(1)]
    public required int Iterations { get; init; }

    /// <summary>The anomalies at the start of a window are multiplied by this after each fit.</summary>
    [Positive]
    public required double Inflation { get; init; }

    /// <summary>Certainty of a finite-size prior's hyperprior; a Gaussian prior where it is left out.</summary>
    [Positive]
    public double? Certainty { get; init; }

    internal override int States => Members;

    internal override ICycle Cycle(Setting setting, States start, RandomSource random) =>
        new IterativeCycle(setting.Model, setting.StepsBetween, Lag, new GaussNewton { Certainty = Certainty }, start)
        {
            Inflation = Inflation,
            Iterations = Iterations,
            Tolerance = 1e-4,
        };
}
