using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Sci.Numerics.Lanes;

/// <summary>One member, four places of it, or eight in single precision.</summary>
/// <typeparam name="T">Double or single precision.</typeparam>
internal readonly unsafe struct Places256<T>(Vector256<T> value) : ILanes<Places256<T>, T>
    where T : unmanaged, INumber<T>
{
    private readonly Vector256<T> value = value;

    public static int Count => Vector256<T>.Count;

    public static int Members => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Places256<T> operator +(Places256<T> a, Places256<T> b) => new(a.value + b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Places256<T> operator -(Places256<T> a, Places256<T> b) => new(a.value - b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Places256<T> operator *(Places256<T> a, Places256<T> b) => new(a.value * b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Places256<T> Load(T* from) => new(Vector256.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Places256<T> Repeat(T* from) => new(Vector256.Create(*from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Places256<T> Broadcast(double value) => new(typeof(T) == typeof(float)
        ? Vector256.Create((float)value).As<float, T>()
        : Vector256.Create(value).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Places256<T> Factor(T* factors, nint at) => Load(factors + ((nuint)at / 2));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Places256<T> Join(Places256<T> first, Places256<T> others) => new(
        !Avx.IsSupported ? others.value.WithElement(0, first.value[0])
        : typeof(T) == typeof(float) ? Avx.Blend(others.value.AsSingle(), first.value.AsSingle(), 1).As<float, T>()
        : Avx.Blend(others.value.AsDouble(), first.value.AsDouble(), 1).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Places256<T> MultiplyAdd(Places256<T> a, Places256<T> b, Places256<T> c) => new(
        typeof(T) == typeof(float) ? Vector256.FusedMultiplyAdd(a.value.AsSingle(), b.value.AsSingle(), c.value.AsSingle()).As<float, T>()
        : Vector256.FusedMultiplyAdd(a.value.AsDouble(), b.value.AsDouble(), c.value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Places256<T> SubtractProduct(Places256<T> c, Places256<T> a, Places256<T> b) => new(
        !Fma.IsSupported ? MultiplyAdd(new(-a.value), b, c).value
        : typeof(T) == typeof(float)
        ? Fma.MultiplyAddNegated(a.value.AsSingle(), b.value.AsSingle(), c.value.AsSingle()).As<float, T>()
        : Fma.MultiplyAddNegated(a.value.AsDouble(), b.value.AsDouble(), c.value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(T* to) => value.Store(to);
}
