using System.Numerics;

namespace Sci.Solvers;

/// <summary>The functions φₖ(z) = ∫₀¹ exp((1-θ)z) θᵏ⁻¹/(k-1)! dθ of the exponential integrators; φ₀ = exp.</summary>
/// <remarks>
/// Hochbruck and Ostermann (2010), doi:10.1017/S0962492910000048, (2.5). Near zero by the power series, elsewhere by
/// φₖ₊₁ = (φₖ - 1/k!)/z, each where it loses less than two digits; so no contour integrals are needed.
/// </remarks>
internal static class Phi
{
    /// <summary>φₖ(z) with its derivative φₖ - kφₖ₊₁.</summary>
    public static Dual Of(int k, Dual z)
    {
        var value = Of(k, z.Value);
        var slope = k == 0 ? value : value - (k * Of(k + 1, z.Value));
        return new Dual(value, slope * z.Slope);
    }

    /// <summary>φₖ(z).</summary>
    public static Complex Of(int k, Complex z) =>
        k == 0 ? Exp(z) : z.Magnitude < 1 + k ? Series(k, z) : (Of(k - 1, z) - (1 / Factorial(k - 1))) / z;

    public static double Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);

    private static Complex Exp(Complex z) => z.Imaginary == 0 ? Math.Exp(z.Real) : Complex.Exp(z);

    // Σ zⁿ/(n+k)!, summed until the terms no longer count.
    private static Complex Series(int k, Complex z)
    {
        var term = new Complex(1 / Factorial(k), 0);
        var sum = term;
        for (var n = 1; n < 80 && term.Magnitude > 1e-20 * sum.Magnitude; n++)
        {
            term *= z / (n + k);
            sum += term;
        }

        return sum;
    }
}
