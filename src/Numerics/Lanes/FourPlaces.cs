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
    public static FourPlaces Factor(double* factors, nint index) => Load(factors + (index * Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourPlaces FirstFactor(double* factors, double first) =>
        new(Vector256.Load(factors).WithElement(0, first));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourPlaces MultiplyAdd(FourPlaces a, FourPlaces b, FourPlaces c) =>
        new(Vector256.FusedMultiplyAdd(a.value, b.value, c.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourPlaces SubtractProduct(FourPlaces c, FourPlaces a, FourPlaces b) =>
        new(Fma.IsSupported
            ? Fma.MultiplyAddNegated(a.value, b.value, c.value)
            : Vector256.FusedMultiplyAdd(-a.value, b.value, c.value));

    /// <summary>Turns four vectors at <paramref name="at"/>, so many numbers apart, into the four of their first, second, … lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Transpose(double* at, nint apart, double* to, nint toApart)
    {
        var a = Vector256.Load(at);
        var b = Vector256.Load(at + apart);
        var c = Vector256.Load(at + (2 * apart));
        var d = Vector256.Load(at + (3 * apart));
        var ac = Vector256.Create(a.GetLower(), c.GetLower());
        var bd = Vector256.Create(b.GetLower(), d.GetLower());
        Interleave(ac, bd, to, toApart);
        ac = Vector256.Create(a.GetUpper(), c.GetUpper());
        bd = Vector256.Create(b.GetUpper(), d.GetUpper());
        Interleave(ac, bd, to + (2 * toApart), toApart);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(double* to) => value.Store(to);

    // (a0 a1 c0 c1), (b0 b1 d0 d1) to (a0 b0 c0 d0), (a1 b1 c1 d1).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Interleave(Vector256<double> ac, Vector256<double> bd, double* to, nint apart)
    {
        if (Avx.IsSupported)
        {
            Avx.UnpackLow(ac, bd).Store(to);
            Avx.UnpackHigh(ac, bd).Store(to + apart);
            return;
        }

        Vector256.Create(ac[0], bd[0], ac[2], bd[2]).Store(to);
        Vector256.Create(ac[1], bd[1], ac[3], bd[3]).Store(to + apart);
    }
}
