namespace Sci.Cases;

/// <summary>What a discovery on the two-layer jet holds: pairs of states, true and seen.</summary>
internal static class JetEstimate
{
    // The transforms, library and responses of one pair, measured: QG-1002 of cases/qg.
    private const double OnePair = 480e6;

    public static MemoryEstimate Of(JetSettings settings)
    {
        var earlier = settings.Interpolation is CyclingSettings cycling ? cycling.Cycles : 0;
        double pairs = settings.Observations.Pairs;
        return new MemoryEstimate(
            OnePair, isAtLeast: true,
            [
                new HeldArray(
                    $"{pairs:g10} pairs of states", pairs * 2 * JetFlow.Points, 2 * (2 + earlier),
                    "observations.pairs"),
            ]);
    }
}
