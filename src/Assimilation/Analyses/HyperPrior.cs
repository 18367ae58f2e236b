namespace Sci.Assimilation;

/// <summary>
/// The two constants of the finite-size filter's prior for the covariance that the ensemble was drawn from.
/// </summary>
/// <remarks>
/// Bocquet (2011), doi:10.5194/npg-18-735-2011, with Jeffreys' hyperprior: J(w) = ½|d - wY|² + ½(N-1) c ln(e + |w|²),
/// e = (N+1)/N, c = N/(N-1), both corrected so that without observations the inflation is one (Bocquet, Raanes and
/// Hannart, 2015, doi:10.5194/npg-22-645-2015, equation 36) and multiplied by the certainty.
/// </remarks>
/// <param name="E">Effect of the unknown mean.</param>
/// <param name="C">Factor of the logarithm.</param>
internal readonly record struct HyperPrior(double E, double C)
{
    /// <summary>From the eigenvalues of YYᵀ/(N-1), one a member.</summary>
    public static HyperPrior Of(ReadOnlySpan<double> variances, double certainty)
    {
        double members = variances.Length;
        var (e, c) = ((members + 1) / members, members / (members - 1));
        var weight = 0.0; // of the prior: the mean of 1/(1 + HBH/R)
        foreach (var variance in variances)
        {
            weight += 1 / ((1 + Math.Max(0, variance)) * members);
        }

        var correction = Math.Sqrt(Math.Pow(e / c, weight));
        return new HyperPrior(certainty * e / correction, certainty * c * correction);
    }
}
