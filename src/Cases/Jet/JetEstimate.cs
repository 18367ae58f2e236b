namespace Sci.Cases;

/// <summary>What a discovery on the two-layer jet holds: pairs of states, true and seen, and their library.</summary>
internal static class JetEstimate
{
    // Measured: cases/qg and qg-sparse.
    private const double Process = 120e6;
    private const double GaussNewton = 330e6;

    // Numbers of one value of a pair in Gauss-Newton: the library, responses and transforms; 100 measured of one pair
    // of sensors to 450 of three.
    private const double Work = 250;

    public static MemoryEstimate Of(JetSettings settings)
    {
        var earlier = settings.Interpolation is WindowSettings window ? window.Cycles : 0;
        double members = settings.Interpolation is JetLetkfSettings filter ? filter.Members : 0;
        double pairs = settings.Observations.Pairs;
        var (loop, values) = (settings.Discovery is JetGaussNewtonSettings, pairs * 2 * JetFlow.Points);
        return new MemoryEstimate(
            loop ? GaussNewton : Process,
            isAtLeast: settings is not { Compared: null, Climate: null, Start: JetStartFile }
                || settings.Interpolation is not (null or MinimumEnergySettings or KrigingSettings),
            [
                new HeldArray($"{pairs:g10} pairs of states", values, 2 * (2 + earlier), "observations.pairs"),
                new HeldArray($"work on {pairs:g10} pairs", values, loop ? Work : 0, "observations.pairs"),
                new HeldArray($"{members:g10} members", members * 2 * JetFlow.Points, 4, "interpolation.members"),
            ]);
    }
}
