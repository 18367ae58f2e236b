namespace Sci.Cases;

/// <summary>A norm of residuals by Parseval.</summary>
public enum ResidualNorm
{
    /// <summary>Σ|R̂|²/|k|², the dual of the energy's.</summary>
    HMinusOne,

    /// <summary>Σ|R̂|².</summary>
    L2,
}
