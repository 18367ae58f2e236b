namespace Sci.Surrogates;

/// <summary>A viscous flow in a square box of side 1 under a (sin 2π(x + y) + cos 2π(x + y)).</summary>
/// <remarks>
/// w_t + J(ψ, w) = a (sin 2π(x + y) + cos 2π(x + y)) + ν∇²w, w = ∇²ψ: Li et al. (2021), arXiv:2010.08895, appendix A.3.
/// </remarks>
/// <param name="Viscosity">ν, length²/time.</param>
/// <param name="Amplitude">a, 1/time².</param>
public sealed record DiagonalForcing(double Viscosity, double Amplitude)
{
    /// <summary>The forcing at a point.</summary>
    public double At(double y, double x)
    {
        var (sin, cos) = Math.SinCos(2 * Math.PI * (x + y));
        return Amplitude * (sin + cos);
    }

    /// <summary>What viscosity leaves after some time of a harmonic of so many waves.</summary>
    public double Decay(double wave, double time) => Math.Exp(-Viscosity * 4 * Math.PI * Math.PI * wave * wave * time);

    /// <summary>What the forcing alone makes of rest in some time, over the forcing.</summary>
    /// <remarks>The forcing is one harmonic, 8π² times itself under -∇².</remarks>
    public double Response(double time)
    {
        var rate = Viscosity * 8 * Math.PI * Math.PI;
        return (1 - Math.Exp(-rate * time)) / rate;
    }
}
