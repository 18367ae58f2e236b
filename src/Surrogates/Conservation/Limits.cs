namespace Sci.Surrogates;

/// <summary>Limits that keep the sum of a field: not negative, no more total variation than allowed.</summary>
public static class Limits
{
    /// <summary>
    /// Raises what is below <paramref name="floor"/> to it and draws everything towards the floor so that the sum
    /// stays; returns the change of the sum.
    /// </summary>
    /// <remarks>
    /// Zhang and Shu (2010), doi:10.1016/j.jcp.2009.12.030, with the whole field as one cell: the mean must be above
    /// the floor.
    /// </remarks>
    /// <exception cref="ArgumentException">The mean is below the floor.</exception>
    public static double Positive(Span<double> u, double floor)
    {
        var (sum, excess) = (0.0, 0.0);
        foreach (var value in u)
        {
            sum += value;
            excess += Math.Max(0, value - floor);
        }

        var available = sum - (floor * u.Length);
        if (available < 0)
        {
            throw new ArgumentException(
                $"The mean {sum / u.Length} is below the floor {floor}; no such field keeps its sum.", nameof(u));
        }

        var after = 0.0;
        foreach (ref var value in u)
        {
            value = floor + (excess > 0 ? Math.Max(0, value - floor) * (available / excess) : 0);
            after += value;
        }

        return Math.Abs(after - sum);
    }

    /// <summary>
    /// Draws a field towards its mean until Σ|u[i+1] - u[i]| is at most <paramref name="most"/>; the sum stays. Returns
    /// its change.
    /// </summary>
    public static double TotalVariation(Span<double> u, double most)
    {
        var (sum, variation) = (0.0, 0.0);
        for (var i = 0; i < u.Length; i++)
        {
            sum += u[i];
            variation += i > 0 ? Math.Abs(u[i] - u[i - 1]) : 0;
        }

        if (variation <= most)
        {
            return 0;
        }

        var (mean, after) = (sum / u.Length, 0.0);
        foreach (ref var value in u)
        {
            value = mean + ((value - mean) * most / variation);
            after += value;
        }

        return Math.Abs(after - sum);
    }
}
