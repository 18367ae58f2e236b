using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>A filter that cycles with the wrong model: each analysis starts the next forecast.</summary>
/// <remarks>
/// The first snapshot of the first window starts the ensemble; after that the last snapshot of each window is
/// assimilated, so that the windows must follow upon one another: <c>observations.times: [0, T]</c> and <c>every:
/// T</c>.
/// </remarks>
public sealed record CycleSettings : AssimilationSettings
{
    /// <summary>How the ensemble takes a snapshot in.</summary>
    public required AnalysisSettings Analysis { get; init; }

    /// <summary>Number of members.</summary>
    [AtLeast(2)]
    public required int Members { get; init; }

    /// <summary>The anomalies are multiplied by this after each analysis.</summary>
    [Positive]
    public required double Inflation { get; init; }

    /// <summary>Standard deviation of the first ensemble about the first snapshot, absolute.</summary>
    [Positive]
    public required double BackgroundDeviation { get; init; }

    /// <summary>Standard deviation of the observation errors that the filter assumes, absolute.</summary>
    [Positive]
    public required double ObservationDeviation { get; init; }

    /// <summary>First analyses, whose increments are not used.</summary>
    [NonNegative]
    public required int BurnIn { get; init; }

    internal override string? Accepts(ObservationPlan observations, ModelSettings model)
    {
        var steps = Math.Round(observations.Every / model.TimeStep);
        if (observations.Given is { } given)
        {
            return model.NeedsOlder ? "needs a one-step scheme, not cnab2"
                : BurnIn >= given.Snapshots.Count - 1
                    ? $"leaves no increments: burn_in is {BurnIn} of {given.Snapshots.Count - 1} analyses"
                : null;
        }

        return observations.Times.Count != 2
            || observations.Times[0] != 0 || Math.Abs(observations.Times[1] - observations.Every) > 1e-9
            ? "cycles over windows that follow upon one another: give observations.times [0, T] and every T"
            : model.NeedsOlder ? "needs a one-step scheme, not cnab2"
            : Math.Abs((steps * model.TimeStep) - observations.Every) > 1e-9
                ? "needs model.time_step to divide observations.every"
            : BurnIn >= observations.Windows
                ? $"leaves no increments: burn_in is {BurnIn} of {observations.Windows} windows"
            : null;
    }
}
