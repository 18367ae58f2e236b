using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>Runs of the network by itself, its output its next input.</summary>
public sealed record RolloutSettings
{
    /// <summary>Steps from the beginning of every test run, compared with the run.</summary>
    [AtLeast(1)]
    public required int Steps { get; init; }

    /// <summary>Correlation with the run below which a forecast is lost.</summary>
    [Between(0, 1)]
    public required double Correlation { get; init; }

    /// <summary>Steps of one long run, in which the network is to stay on the attractor; 0 leaves it out.</summary>
    [NonNegative]
    public required int LongSteps { get; init; }
}
