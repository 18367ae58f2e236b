namespace Sci.Cases;

/// <summary>What the solver in the loop can be tried without, to see what it brings.</summary>
public enum LoopIngredient
{
    /// <summary>The starts of the windows are estimated; without, they are the first snapshots as seen.</summary>
    Starts,

    /// <summary>Windows grow from pairs of snapshots; without, they have their full length at once.</summary>
    Growth,

    /// <summary>A term must be worth ½ ln n + ln M of log evidence; without, any gain.</summary>
    Price,

    /// <summary>
    /// Only modes in which signal exceeds noise are fitted; without, all that the model and the snapshots resolve.
    /// </summary>
    Band,
}
