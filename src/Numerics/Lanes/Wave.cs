using System.Numerics;
using System.Runtime.CompilerServices;

namespace Sci.Numerics.Lanes;

/// <summary>A complex number in every lane.</summary>
/// <param name="re">Real parts.</param>
/// <param name="im">Imaginary parts.</param>
internal readonly unsafe struct Wave<TLanes, T>(TLanes re, TLanes im)
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    public readonly TLanes Re = re;
    public readonly TLanes Im = im;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wave<TLanes, T> operator +(Wave<TLanes, T> a, Wave<TLanes, T> b) => new(a.Re + b.Re, a.Im + b.Im);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wave<TLanes, T> operator -(Wave<TLanes, T> a, Wave<TLanes, T> b) => new(a.Re - b.Re, a.Im - b.Im);

    /// <summary>Numbers of a wave: the lanes' real parts, then their imaginary ones.</summary>
    public static int Wide => 2 * TLanes.Count;

    /// <summary>The wave that begins with number <paramref name="at"/> of an array.</summary>
    /// <remarks>Waves are counted in numbers throughout: an index that is an address costs no arithmetic.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wave<TLanes, T> Load(T* from, nint at) =>
        new(TLanes.Load(from + at), TLanes.Load(from + at + TLanes.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(T* to, nint at)
    {
        Re.Store(to + at);
        Im.Store(to + at + TLanes.Count);
    }

    /// <summary>a + i b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes, T> PlusTurned(Wave<TLanes, T> b) => new(Re - b.Im, Im + b.Re);

    /// <summary>a - i b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes, T> MinusTurned(Wave<TLanes, T> b) => new(Re + b.Im, Im - b.Re);

    /// <summary>Times the number at <paramref name="w"/>: real part, imaginary part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes, T> Times(T* w)
    {
        var c = TLanes.Repeat(w);
        var s = TLanes.Repeat(w + 1);
        return new(TLanes.SubtractProduct(Re * c, Im, s), TLanes.MultiplyAdd(Re, s, Im * c));
    }

    /// <summary>Times the conjugate of the number at <paramref name="w"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes, T> TimesConjugate(T* w)
    {
        var c = TLanes.Repeat(w);
        var s = TLanes.Repeat(w + 1);
        return new(TLanes.MultiplyAdd(Im, s, Re * c), TLanes.SubtractProduct(Im * c, Re, s));
    }

    /// <summary>Times a real number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes, T> Times(TLanes factor) => new(Re * factor, Im * factor);

    /// <summary>Plus factor·b, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes, T> Plus(TLanes factor, Wave<TLanes, T> b) =>
        new(TLanes.MultiplyAdd(factor, b.Re, Re), TLanes.MultiplyAdd(factor, b.Im, Im));

    /// <summary>Minus factor·b, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wave<TLanes, T> Minus(TLanes factor, Wave<TLanes, T> b) =>
        new(TLanes.SubtractProduct(Re, factor, b.Re), TLanes.SubtractProduct(Im, factor, b.Im));
}
