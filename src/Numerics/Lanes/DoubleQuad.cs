using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Sci.Numerics.Lanes;

/// <summary>Four numbers of double precision.</summary>
internal readonly unsafe struct DoubleQuad(Vector256<double> value) : IQuad<DoubleQuad, double>
{
    private readonly Vector256<double> value = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleQuad operator +(DoubleQuad a, DoubleQuad b) => new(a.value + b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleQuad operator -(DoubleQuad a, DoubleQuad b) => new(a.value - b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleQuad Load(double* from) => new(Vector256.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Transpose(ref DoubleQuad a, ref DoubleQuad b, ref DoubleQuad c, ref DoubleQuad d)
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
