namespace Sci.Cases;

/// <summary>How a field is read between the points of its grid.</summary>
public enum InterpolationName
{
    /// <summary>By its trigonometric interpolant, which all points share in.</summary>
    Spectral,

    /// <summary>By its periodic cubic spline.</summary>
    Spline,

    /// <summary>By the cubic through the four nearest points of each axis.</summary>
    Cubic,
}
