using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>Windows of snapshots of the truth, and the noise on them.</summary>
public sealed record TwinObservationSettings : ObservationSettings, IChecked
{
    /// <summary>Number of windows, n.</summary>
    [AtLeast(1)]
    public required int Windows { get; init; }

    /// <summary>Time between the beginnings of two windows.</summary>
    [Positive]
    public required double Every { get; init; }

    /// <summary>Times of the snapshots, from the beginning of the window.</summary>
    [Count(2)]
    [NonNegative]
    public required IReadOnlyList<double> Times { get; init; }

    /// <summary>Standard deviation of the noise over that of the snapshot; white in space and time.</summary>
    [NonNegative]
    public required double Noise { get; init; }

    /// <summary>Whether the last snapshot of each window is left without noise, as in the authors' program.</summary>
    public bool CleanTarget { get; init; }

    /// <summary>Every how many points of the grid are observed.</summary>
    [AtLeast(1)]
    public int EveryPoint { get; init; } = 1;

    /// <summary>
    /// Number of points at random places, the same for all snapshots, in place of points of the grid.
    /// </summary>
    [AtLeast(8)]
    public int? RandomPoints { get; init; }

    internal override ObservationPlan Plan => new(Windows, Every, Times, Noise, CleanTarget, EveryPoint)
    {
        RandomPoints = RandomPoints,
    };

    /// <inheritdoc/>
    public void Check(Complaints complaints)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        complaints.Require(
            RandomPoints is null || EveryPoint == 1, nameof(RandomPoints), "cannot stand beside every_point");
        complaints.Require(Times.Zip(Times.Skip(1), (a, b) => b > a).All(rises => rises), nameof(Times), "must rise");
    }
}
