using Sci.Assimilation;
using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Where a system is observed.</summary>
[ChosenBy("pattern")]
[Variant("everywhere", typeof(EverywhereSettings))]
[Variant("every", typeof(EveryNthSettings))]
[Variant("scattered", typeof(ScatteredSettings))]
[Variant("moving", typeof(MovingSettings))]
[Variant("blocks", typeof(BlockSettings))]
[Variant("tracks", typeof(TrackSettings))]
public abstract record PlacesSettings
{
    /// <summary>The observations of the times 0, 1, ….</summary>
    /// <exception cref="ArgumentException">The grid has no such places.</exception>
    internal abstract Func<int, Observations> On(Grid grid, int fields, double variance);

    /// <summary>The same observations at every time.</summary>
    protected static Func<int, Observations> Always(Observations observations) => _ => observations;
}
