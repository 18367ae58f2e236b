using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>Draws from discrete distributions.</summary>
internal static class Choice
{
    /// <summary>
    /// Indices drawn in proportion to the weights, one in each of <paramref name="count"/> equal shares of their sum.
    /// </summary>
    public static int[] Systematic(ReadOnlySpan<double> weights, int count, RandomSource random)
    {
        var total = 0.0;
        foreach (var weight in weights)
        {
            total += weight;
        }

        var chosen = new int[count];
        var (at, sum) = (0, weights[0]);
        for (var i = 0; i < count; i++)
        {
            var target = (i + random.Uniform()) / count * total;
            while (sum < target && at < weights.Length - 1)
            {
                sum += weights[++at];
            }

            chosen[i] = at;
        }

        return chosen;
    }
}
