using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Sci.Numerics.Lanes;

/// <summary>One member, four places of it in single precision.</summary>
/// <typeparam name="T">Double or single precision.</typeparam>
internal readonly unsafe struct Places128<T>(Vector128<T> value) : ILanes<Places128<T>, T>
    where T : unmanaged, INumber<T>
{
    private readonly Vector128<T> value = value;

    public static int Count => Vector128<T>.Count;

    public static int Members => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Places128<T> operator +(Places128<T> a, Places128<T> b) => new(a.value + b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Places128<T> operator -(Places128<T> a, Places128<T> b) => new(a.value - b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Places128<T> operator *(Places128<T> a, Places128<T> b) => new(a.value * b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Places128<T> Load(T* from) => new(Vector128.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Places128<T> Repeat(T* from) => new(Vector128.Create(*from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Places128<T> Broadcast(double value) => new(typeof(T) == typeof(float)
        ? Vector128.Create((float)value).As<float, T>()
        : Vector128.Create(value).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Places128<T> Factor(T* factors, nint at) => Load(factors + ((nuint)at / 2));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Places128<T> Join(Places128<T> first, Places128<T> others) => new(
        !Sse41.IsSupported ? others.value.WithElement(0, first.value[0])
        : typeof(T) == typeof(float) ? Sse41.Blend(others.value.AsSingle(), first.value.AsSingle(), 1).As<float, T>()
        : Sse41.Blend(others.value.AsDouble(), first.value.AsDouble(), 1).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Places128<T> MultiplyAdd(Places128<T> a, Places128<T> b, Places128<T> c) => new(
        typeof(T) == typeof(float) ? Vector128.FusedMultiplyAdd(a.value.AsSingle(), b.value.AsSingle(), c.value.AsSingle()).As<float, T>()
        : Vector128.FusedMultiplyAdd(a.value.AsDouble(), b.value.AsDouble(), c.value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Places128<T> SubtractProduct(Places128<T> c, Places128<T> a, Places128<T> b) => new(
        !Fma.IsSupported ? MultiplyAdd(new(-a.value), b, c).value
        : typeof(T) == typeof(float)
        ? Fma.MultiplyAddNegated(a.value.AsSingle(), b.value.AsSingle(), c.value.AsSingle()).As<float, T>()
        : Fma.MultiplyAddNegated(a.value.AsDouble(), b.value.AsDouble(), c.value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(T* to) => value.Store(to);
}
