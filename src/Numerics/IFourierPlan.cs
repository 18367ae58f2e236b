using System.Numerics;

namespace Sci.Numerics;

/// <summary>Real transforms of one shape by one engine; immutable and safe to share between threads.</summary>
internal interface IFourierPlan
{
    /// <summary>Σ x e^(-ikx), not normalised; keeps <paramref name="x"/>.</summary>
    void Forward(ReadOnlySpan<double> x, Span<Complex> modes);

    /// <summary>The inverse of <see cref="Forward"/>, normalised; keeps <paramref name="modes"/>.</summary>
    void Inverse(ReadOnlySpan<Complex> modes, Span<double> x);
}
