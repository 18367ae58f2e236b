using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Sci.Numerics.Lanes;

/// <summary>Four numbers of single precision.</summary>
internal readonly unsafe struct SingleQuad(Vector128<float> value) : IQuad<SingleQuad, float>
{
    private readonly Vector128<float> value = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleQuad operator +(SingleQuad a, SingleQuad b) => new(a.value + b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleQuad operator -(SingleQuad a, SingleQuad b) => new(a.value - b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleQuad Load(float* from) => new(Vector128.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Transpose(ref SingleQuad a, ref SingleQuad b, ref SingleQuad c, ref SingleQuad d)
    {
        var (ac, bd) = (Low(a.value, c.value), Low(b.value, d.value));
        var (acUpper, bdUpper) = (High(a.value, c.value), High(b.value, d.value));
        a = new(Low(ac, bd));
        b = new(High(ac, bd));
        c = new(Low(acUpper, bdUpper));
        d = new(High(acUpper, bdUpper));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* to) => value.Store(to);

    // (x0 x1 x2 x3), (y0 y1 y2 y3) to (x0 y0 x1 y1).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Low(Vector128<float> x, Vector128<float> y) =>
        Sse.IsSupported ? Sse.UnpackLow(x, y) : Vector128.Create(x[0], y[0], x[1], y[1]);

    // (x0 x1 x2 x3), (y0 y1 y2 y3) to (x2 y2 x3 y3).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> High(Vector128<float> x, Vector128<float> y) =>
        Sse.IsSupported ? Sse.UnpackHigh(x, y) : Vector128.Create(x[2], y[2], x[3], y[3]);
}
