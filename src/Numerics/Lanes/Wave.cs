using System.Runtime.CompilerServices;

namespace Sci.Numerics.Lanes;

/// <summary>A complex number in every lane.</summary>
/// <param name="re">Real parts.</param>
/// <param name="im">Imaginary parts.</param>
internal readonly unsafe struct Wave<TLanes>(TLanes re, TLanes im)
    where TLanes : unmanaged, ILanes<TLanes>
{
    public readonly TLanes Re = re;
    public readonly TLanes Im = im;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wave<TLanes> operator +(Wave<TLanes> a, Wave<TLanes> b) => new(a.Re + b.Re, a.Im + b.Im);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wave<TLanes> operator -(Wave<TLanes> a, Wave<TLanes> b) => new(a.Re - b.Re, a.Im - b.Im);

    /// <summary>Place <paramref name="place"/> of an array of waves: all real parts, then all imaginary ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wave<TLanes> Load(double* from, nint place)
    {
        var at = At(from, place);
        return new(TLanes.Load(at), TLanes.Load(at + TLanes.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(double* to, nint place)
    {
        var at = At(to, place);
        Re.Store(at);
        Im.Store(at + TLanes.Count);
    }

    /// <summary>a + i b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes> PlusTurned(Wave<TLanes> b) => new(Re - b.Im, Im + b.Re);

    /// <summary>a - i b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes> MinusTurned(Wave<TLanes> b) => new(Re + b.Im, Im - b.Re);

    /// <summary>Times the number at <paramref name="w"/>: real part, imaginary part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes> Times(double* w)
    {
        var c = TLanes.Broadcast(w[0]);
        var s = TLanes.Broadcast(w[1]);
        return new(TLanes.SubtractProduct(Re * c, Im, s), TLanes.MultiplyAdd(Re, s, Im * c));
    }

    /// <summary>Times the conjugate of the number at <paramref name="w"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes> TimesConjugate(double* w)
    {
        var c = TLanes.Broadcast(w[0]);
        var s = TLanes.Broadcast(w[1]);
        return new(TLanes.MultiplyAdd(Im, s, Re * c), TLanes.SubtractProduct(Im * c, Re, s));
    }

    /// <summary>Times a real number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes> Times(TLanes factor) => new(Re * factor, Im * factor);

    /// <summary>Plus factor·b, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes> Plus(TLanes factor, Wave<TLanes> b) =>
        new(TLanes.MultiplyAdd(factor, b.Re, Re), TLanes.MultiplyAdd(factor, b.Im, Im));

    /// <summary>Minus factor·b, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes> Minus(TLanes factor, Wave<TLanes> b) =>
        new(TLanes.SubtractProduct(Re, factor, b.Re), TLanes.SubtractProduct(Im, factor, b.Im));

    // In bytes: one shift, where numbers would take a shift, a scale and a sum for every access.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double* At(double* waves, nint place) =>
        (double*)((byte*)waves + (place * (2 * sizeof(double) * TLanes.Count)));
}
