using System.Numerics.Tensors;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>
/// How often the regions that the members credit with a probability hold the truth, all values of the state at once.
/// </summary>
/// <remarks>
/// The test of accuracy with random points (TARP) of Lemos et al. (2023), arXiv:2302.03026: a region is a ball about a
/// point, of a radius that holds a share of the members. The point is a member, another one each time, which is not
/// counted: if truth and members are draws of one distribution, the number of members nearer to it than the truth is
/// uniform, for any number of members and values.
/// </remarks>
/// <param name="members">Number of members, two or more.</param>
public sealed class PointCoverage(int members) : IDiagnostic
{
    private readonly long[] counts = new long[members];
    private int time;

    /// <summary>Times that 0, 1, … members were nearer to the point than the truth, shape [members].</summary>
    public ReadOnlySpan<long> Counts => counts;

    /// <summary>
    /// Share of the times that the truth lay in the ball of credibility (k + 1)/N, k = 0 … N - 1, shape [members].
    /// </summary>
    public static double[] Coverage(ReadOnlySpan<long> counts)
    {
        var (coverage, sum, all) = (new double[counts.Length], 0L, 0L);
        foreach (var count in counts)
        {
            all += count;
        }

        for (var k = 0; k < coverage.Length; k++)
        {
            sum += counts[k];
            coverage[k] = (double)sum / all;
        }

        return coverage;
    }

    /// <summary>
    /// Largest distance of coverage from credibility, with its sign: negative where the members spread too little.
    /// </summary>
    public static double Excess(ReadOnlySpan<long> counts)
    {
        var coverage = Coverage(counts);
        return Enumerable.Range(1, coverage.Length).Select(k => coverage[k - 1] - ((double)k / coverage.Length)).MaxBy(Math.Abs);
    }

    /// <inheritdoc/>
    public void Add(States ensemble, ReadOnlySpan<double> truth)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        var chosen = time++ % ensemble.Count;
        var distance = TensorPrimitives.Distance(ensemble[chosen], truth);
        var nearer = 0;
        for (var m = 0; m < ensemble.Count; m++)
        {
            nearer += m != chosen
                && TensorPrimitives.Distance<double>(ensemble[chosen], ensemble[m]) < distance ? 1 : 0;
        }

        counts[nearer]++;
    }
}
