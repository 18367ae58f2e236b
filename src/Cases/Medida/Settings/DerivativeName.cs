namespace Sci.Cases;

/// <summary>How the derivatives of a library are taken.</summary>
public enum DerivativeName
{
    /// <summary>By Fourier transform.</summary>
    Spectral,

    /// <summary>
    /// By the second-order, one-sided-at-the-ends differences of the MEDIDA programs, in single precision.
    /// </summary>
    Authors,
}
