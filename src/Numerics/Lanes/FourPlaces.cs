using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Sci.Numerics.Lanes;

/// <summary>One member, four places of it.</summary>
internal readonly unsafe struct FourPlaces(Vector256<double> value) : ILanes<FourPlaces>
{
    private readonly Vector256<double> value = value;

    public static int Count => Vector256<double>.Count;

    public static int Members => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourPlaces operator +(FourPlaces a, FourPlaces b) => new(a.value + b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourPlaces operator -(FourPlaces a, FourPlaces b) => new(a.value - b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourPlaces operator *(FourPlaces a, FourPlaces b) => new(a.value * b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourPlaces Load(double* from) => new(Vector256.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourPlaces Broadcast(double value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourPlaces Factor(double* factors, nint at) => Load(factors + ((nuint)at / 2));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourPlaces Join(FourPlaces first, FourPlaces others) =>
        new(Avx.IsSupported
            ? Avx.Blend(others.value, first.value, 1)
            : others.value.WithElement(0, first.value[0]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourPlaces MultiplyAdd(FourPlaces a, FourPlaces b, FourPlaces c) =>
        new(Vector256.FusedMultiplyAdd(a.value, b.value, c.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourPlaces SubtractProduct(FourPlaces c, FourPlaces a, FourPlaces b) =>
        new(Fma.IsSupported
            ? Fma.MultiplyAddNegated(a.value, b.value, c.value)
            : Vector256.FusedMultiplyAdd(-a.value, b.value, c.value));

    /// <summary>Turns four vectors into those of their first, second, third and fourth lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Transpose(ref FourPlaces a, ref FourPlaces b, ref FourPlaces c, ref FourPlaces d)
    {
        var ac = Vector256.Create(a.value.GetLower(), c.value.GetLower());
        var bd = Vector256.Create(b.value.GetLower(), d.value.GetLower());
        var acUpper = Vector256.Create(a.value.GetUpper(), c.value.GetUpper());
        var bdUpper = Vector256.Create(b.value.GetUpper(), d.value.GetUpper());
        a = new(Evens(ac, bd));
        b = new(Odds(ac, bd));
        c = new(Evens(acUpper, bdUpper));
        d = new(Odds(acUpper, bdUpper));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(double* to) => value.Store(to);

    // (a0 a1 c0 c1), (b0 b1 d0 d1) to (a0 b0 c0 d0).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Evens(Vector256<double> ac, Vector256<double> bd) =>
        Avx.IsSupported ? Avx.UnpackLow(ac, bd) : Vector256.Create(ac[0], bd[0], ac[2], bd[2]);

    // (a0 a1 c0 c1), (b0 b1 d0 d1) to (a1 b1 c1 d1).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Odds(Vector256<double> ac, Vector256<double> bd) =>
        Avx.IsSupported ? Avx.UnpackHigh(ac, bd) : Vector256.Create(ac[1], bd[1], ac[3], bd[3]);
}
