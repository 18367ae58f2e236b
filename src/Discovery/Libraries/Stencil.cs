namespace Sci.Discovery;

/// <summary>
/// Weighted sums of neighbours: inside the same weights everywhere, at open ends those of the nearest full window.
/// </summary>
internal static class Stencil
{
    /// <summary>
    /// Applies to every sample the weights that its offset from the middle of its window (0 inside) asks for.
    /// </summary>
    public static void Apply(
        ReadOnlySpan<double> samples, int reach, Func<int, double[]> weights, double scale, bool isPeriodic,
        Span<double> result)
    {
        var n = samples.Length;
        if (n < (2 * reach) + 1)
        {
            throw new ArgumentException(
                $"A window of {(2 * reach) + 1} samples does not fit into {n}; take a narrower one.", nameof(samples));
        }

        var middle = weights(0);
        for (var i = 0; i < n; i++)
        {
            var first = isPeriodic ? i - reach : Math.Clamp(i - reach, 0, n - (2 * reach) - 1);
            var row = isPeriodic ? middle : i - reach == first ? middle : weights(i - reach - first);
            var sum = 0.0;
            for (var k = 0; k < row.Length; k++)
            {
                var at = first + k;
                sum += row[k] * samples[at < 0 ? at + n : at >= n ? at - n : at];
            }

            result[i] = scale * sum;
        }
    }
}
