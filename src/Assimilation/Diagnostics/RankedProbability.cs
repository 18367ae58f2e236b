using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>The continuous ranked probability score, mean over the state, one value a time.</summary>
/// <remarks>
/// CRPS = mean|xₘ - t| - ½ mean|xₘ - xₖ| of each value, in the units of the state (Gneiting and Raftery, 2007,
/// doi:10.1198/016214506000001437, equation 21), the members taken as the forecast distribution.
/// </remarks>
public sealed class RankedProbability : IDiagnostic
{
    private readonly List<double> scores = [];

    /// <summary>The score of each time.</summary>
    public IReadOnlyList<double> Scores => scores;

    /// <inheritdoc/>
    public void Add(States ensemble, ReadOnlySpan<double> truth)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        var values = new double[ensemble.Count];
        var sum = 0.0;
        for (var i = 0; i < truth.Length; i++)
        {
            for (var m = 0; m < values.Length; m++)
            {
                values[m] = ensemble[m][i];
            }

            sum += Of(values, truth[i]);
        }

        scores.Add(sum / truth.Length);
    }

    /// <summary>The score of one value; puts <paramref name="members"/> in order.</summary>
    public static double Of(Span<double> members, double truth)
    {
        members.Sort();
        double count = members.Length;
        var (error, pairs) = (0.0, 0.0);
        for (var m = 0; m < members.Length; m++)
        {
            error += Math.Abs(members[m] - truth) / count;
            pairs += members[m] * ((2 * m) + 1 - count) / (count * count);
        }

        return error - pairs;
    }
}
