namespace Sci.Cases;

/// <summary>How one closure did on one ring.</summary>
/// <param name="Name">The closure.</param>
/// <param name="SquaredError">Mean square of its effects' errors on the test runs.</param>
/// <param name="Correlation">
/// Mean correlation of its forecasts' anomalies with the truth's, at each lead from zero on.
/// </param>
internal sealed record ClosureScore(string Name, double SquaredError, double[] Correlation)
{
    /// <summary>
    /// First time at which the correlation is below a level, leads being <paramref name="every"/> apart.
    /// </summary>
    public double Horizon(double every, double level)
    {
        var lead = Array.FindIndex(Correlation, value => value < level);
        if (lead <= 0)
        {
            return every * (Correlation.Length - 1);
        }

        var (before, after) = (Correlation[lead - 1], Correlation[lead]);
        return every * (lead - 1 + ((before - level) / (before - after)));
    }
}

