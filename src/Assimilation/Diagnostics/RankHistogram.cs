using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>
/// How often the truth has each rank among the members; flat if they are draws from the same distribution.
/// </summary>
/// <remarks>
/// Hamill (2001), doi:10.1175/1520-0493(2001)129&lt;0550:IORHFV&gt;2.0.CO;2. Over all values of the state.
/// </remarks>
/// <param name="members">Number of members.</param>
public sealed class RankHistogram(int members) : IDiagnostic
{
    private readonly long[] counts = new long[members + 1];

    /// <summary>Times that 0, 1, … members were below the truth, shape [members + 1].</summary>
    public ReadOnlySpan<long> Counts => counts;

    /// <inheritdoc/>
    public void Add(States ensemble, ReadOnlySpan<double> truth)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        Span<int> below = truth.Length <= 1024 ? stackalloc int[truth.Length] : new int[truth.Length];
        below.Clear();
        for (var m = 0; m < ensemble.Count; m++)
        {
            var member = ensemble[m];
            for (var i = 0; i < truth.Length; i++)
            {
                below[i] += member[i] < truth[i] ? 1 : 0;
            }
        }

        foreach (var rank in below)
        {
            counts[rank]++;
        }
    }
}
