namespace Sci.Assimilation;

/// <summary>The compactly supported correlation function of Gaspari and Cohn.</summary>
/// <remarks>
/// Gaspari and Cohn (1999), doi:10.1002/qj.49712555417, equation 4.10. Programs that speak of a radius r in the sense
/// of a Gaussian of the same width mean a half-width of 1.82 r (Sakov and Bertino, 2011).
/// </remarks>
/// <param name="HalfWidth">Half the distance where it reaches zero, in the model's unit of length.</param>
public sealed record GaspariCohn(double HalfWidth) : ITaper
{
    /// <inheritdoc/>
    public double Reach => 2 * HalfWidth;

    /// <inheritdoc/>
    public double At(double distance)
    {
        var z = distance / HalfWidth;
        var z2 = z * z;
        var z3 = z2 * z;
        return z switch
        {
            <= 1 => 1 - (5.0 / 3 * z2) + (5.0 / 8 * z3) + (z2 * z2 / 2) - (z2 * z3 / 4),
            < 2 => 4 - (5 * z) + (5.0 / 3 * z2) + (5.0 / 8 * z3) - (z2 * z2 / 2) + (z2 * z3 / 12) - (2 / (3 * z)),
            _ => 0,
        };
    }
}
