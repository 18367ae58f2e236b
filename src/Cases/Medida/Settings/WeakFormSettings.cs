using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>
/// The whole equation in weak form from snapshots that follow upon one another; what it has else than the model is
/// missing.
/// </summary>
/// <remarks>
/// No model is run. The library must hold the model's terms, and each be a derivative of a product: see docs/medida.md.
/// </remarks>
public sealed record WeakFormSettings : DiscoverySettings
{
    /// <summary>Smallest noise that is believed, as a fraction of the rate of change's root mean square.</summary>
    [Positive]
    public required double Floor { get; init; }

    /// <summary>A difference from the model's coefficient below this many deviations is none.</summary>
    [NonNegative]
    public required double Deviations { get; init; }

    internal override string? Accepts(ObservationPlan observations, AssimilationSettings? assimilation) =>
        observations.RandomPoints is not null ? "needs equally spaced points"
        : Interval(observations) is null
            ? "needs all snapshots at equal intervals: give observations.times [0, T] and every 2T"
        : NoFilter(assimilation);

    /// <summary>
    /// The interval between any two snapshots that follow upon one another, or null where there is none.
    /// </summary>
    internal static double? Interval(ObservationPlan observations)
    {
        var (times, every) = (observations.Times, observations.Every);
        var interval = times[1] - times[0];
        var next = times.Append(times[0] + every).Skip(1);
        return times.Zip(next).All(pair => Math.Abs(pair.Second - pair.First - interval) < 1e-6 * interval)
            ? interval : null;
    }
}
