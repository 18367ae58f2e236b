using Sci.Cases.Data;

namespace Sci.Cases;

/// <summary>Windows of snapshots: those asked of a twin, or those that a file holds.</summary>
/// <param name="Windows">Number of windows.</param>
/// <param name="Every">Time between the beginnings of two windows.</param>
/// <param name="Times">Times of the snapshots, from the beginning of the window.</param>
/// <param name="Noise">Standard deviation of the noise over that of the snapshot; NaN where it is not known.</param>
/// <param name="CleanTarget">Whether the last snapshot of each window is left without noise.</param>
/// <param name="EveryPoint">Every how many points of the grid are observed.</param>
internal sealed record ObservationPlan(
    int Windows, double Every, IReadOnlyList<double> Times, double Noise, bool CleanTarget, int EveryPoint)
{
    /// <summary>Number of points at random places in place of points of the grid; null for those.</summary>
    public int? RandomPoints { get; init; }

    /// <summary>Whether the observed points are all those of the grid.</summary>
    public bool SeesEverything => EveryPoint == 1 && RandomPoints is null;

    /// <summary>What a file holds; null where the observations are made from a truth.</summary>
    public GivenObservations? Given { get; init; }
}
