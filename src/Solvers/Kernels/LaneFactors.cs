using System.Numerics;
using Sci.Numerics;

namespace Sci.Solvers.Kernels;

/// <summary>A factor for every mode, in the places of a transform in lanes.</summary>
internal sealed unsafe class LaneFactors<T>
    where T : unmanaged, INumber<T>
{
    private readonly AlignedMemory<T> real;
    private readonly AlignedMemory<T> imaginary;

    /// <param name="diagonal">The factors of modes 0 to n/2.</param>
    /// <param name="modes">The mode at each of the n/2 places.</param>
    /// <param name="scale">What all are multiplied by.</param>
    public LaneFactors(Diagonal diagonal, IReadOnlyList<int> modes, double scale)
    {
        var n = 2 * modes.Count;
        real = new AlignedMemory<T>(modes.Count);
        imaginary = new AlignedMemory<T>(modes.Count);
        Half = scale * diagonal[n / 2].Real;
        (IsReal, IsImaginary) = (true, Half == 0);
        for (var place = 0; place < modes.Count; place++)
        {
            var mode = modes[place];
            var factor = scale * (2 * mode < n ? diagonal[mode] : Complex.Conjugate(diagonal[n - mode]));
            real.Values[place] = T.CreateTruncating(factor.Real);
            imaginary.Values[place] = T.CreateTruncating(factor.Imaginary);
            IsReal &= factor.Imaginary == 0;
            IsImaginary &= factor.Real == 0;
        }
    }

    /// <summary>Whether no factor has an imaginary part.</summary>
    public bool IsReal { get; }

    /// <summary>Whether no factor has a real part.</summary>
    public bool IsImaginary { get; }

    /// <summary>The factor of mode n/2, a real one.</summary>
    public double Half { get; }

    public T* Real => real.Pointer;

    public T* Imaginary => imaginary.Pointer;
}
