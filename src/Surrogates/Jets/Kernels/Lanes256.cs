using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Sci.Surrogates;

/// <summary>256 bits of points, in single or double precision.</summary>
internal readonly unsafe struct Lanes256<T>(Vector256<T> value) : ILanes<Lanes256<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Below this the quotient of exponentials cancels and the series is exact to the last bits.
    private const double Small = 0.1;

    private readonly Vector256<T> value = value;

    public static int Count => Vector256<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator +(Lanes256<T> a, Lanes256<T> b) => new(a.value + b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator -(Lanes256<T> a, Lanes256<T> b) => new(a.value - b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator *(Lanes256<T> a, Lanes256<T> b) => new(a.value * b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Load(T* from) => new(Vector256.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Broadcast(T value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Constant(double value) => new(Vector256.Create(T.CreateTruncating(value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> MultiplyAdd(Lanes256<T> a, Lanes256<T> b, Lanes256<T> c) => typeof(T) == typeof(float)
        ? new(Vector256.FusedMultiplyAdd(a.value.AsSingle(), b.value.AsSingle(), c.value.AsSingle()).As<float, T>())
        : new(Vector256.FusedMultiplyAdd(a.value.AsDouble(), b.value.AsDouble(), c.value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Exp(Lanes256<T> x) => typeof(T) == typeof(float)
        ? new(ExpSingle(x.value.AsSingle()).As<float, T>())
        : new(ExpDouble(x.value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Tanh(Lanes256<T> x)
    {
        var size = Vector256.Abs(x.value);
        var decay = Exp(new(size * T.CreateTruncating(-2))).value;
        var large = Vector256.CopySign((Vector256<T>.One - decay) / (Vector256<T>.One + decay), x.value);
        var square = x * x;
        var series = MultiplyAdd(square, Constant(-1382.0 / 155925), Constant(62.0 / 2835));
        series = MultiplyAdd(series, square, Constant(-17.0 / 315));
        series = MultiplyAdd(series, square, Constant(2.0 / 15));
        series = MultiplyAdd(series, square, Constant(-1.0 / 3));
        series = MultiplyAdd(series * square, x, x);
        return new(Vector256.ConditionalSelect(Vector256.LessThan(size, Constant(Small).value), series.value, large));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Lanes256<T> x) => Vector256.Sum(x.value);

    // eˣ = 2ⁿ eʳ, |r| ≤ ln 2/2, by a Taylor polynomial; n comes from adding a number whose last bit counts ones.
    // The runtime's exponential of single precision goes through double precision, at four times the cost.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ExpSingle(Vector256<float> x)
    {
        x = Vector256.Max(x, Vector256.Create(-87f));
        var magic = Vector256.Create(12582912f);
        var shifted = Vector256.FusedMultiplyAdd(x, Vector256.Create(1.44269504f), magic);
        var n = shifted - magic;
        var r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-0.693145752f), x);
        r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-1.42860677e-6f), r);
        var e = Vector256.FusedMultiplyAdd(r, Vector256.Create(1f / 5040), Vector256.Create(1f / 720));
        e = Vector256.FusedMultiplyAdd(e, r, Vector256.Create(1f / 120));
        e = Vector256.FusedMultiplyAdd(e, r, Vector256.Create(1f / 24));
        e = Vector256.FusedMultiplyAdd(e, r, Vector256.Create(1f / 6));
        e = Vector256.FusedMultiplyAdd(e, r, Vector256.Create(0.5f));
        e = Vector256.FusedMultiplyAdd(e, r, Vector256<float>.One);
        e = Vector256.FusedMultiplyAdd(e, r, Vector256<float>.One);
        return (e.AsInt32() + Vector256.ShiftLeft(shifted.AsInt32(), 23)).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ExpDouble(Vector256<double> x)
    {
        x = Vector256.Max(x, Vector256.Create(-708.0));
        var magic = Vector256.Create(6755399441055744.0);
        var shifted = Vector256.FusedMultiplyAdd(x, Vector256.Create(1.4426950408889634), magic);
        var n = shifted - magic;
        var r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-0.693147180369123816490), x);
        r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-1.90821492927058770002e-10), r);
        var e = Vector256.Create(1.0 / 6227020800);
        e = Vector256.FusedMultiplyAdd(e, r, Vector256.Create(1.0 / 479001600));
        e = Vector256.FusedMultiplyAdd(e, r, Vector256.Create(1.0 / 39916800));
        e = Vector256.FusedMultiplyAdd(e, r, Vector256.Create(1.0 / 3628800));
        e = Vector256.FusedMultiplyAdd(e, r, Vector256.Create(1.0 / 362880));
        e = Vector256.FusedMultiplyAdd(e, r, Vector256.Create(1.0 / 40320));
        e = Vector256.FusedMultiplyAdd(e, r, Vector256.Create(1.0 / 5040));
        e = Vector256.FusedMultiplyAdd(e, r, Vector256.Create(1.0 / 720));
        e = Vector256.FusedMultiplyAdd(e, r, Vector256.Create(1.0 / 120));
        e = Vector256.FusedMultiplyAdd(e, r, Vector256.Create(1.0 / 24));
        e = Vector256.FusedMultiplyAdd(e, r, Vector256.Create(1.0 / 6));
        e = Vector256.FusedMultiplyAdd(e, r, Vector256.Create(0.5));
        e = Vector256.FusedMultiplyAdd(e, r, Vector256<double>.One);
        e = Vector256.FusedMultiplyAdd(e, r, Vector256<double>.One);
        return (e.AsInt64() + Vector256.ShiftLeft(shifted.AsInt64(), 52)).AsDouble();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(T* to) => value.Store(to);
}
