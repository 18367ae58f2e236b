using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Sci.Numerics.Lanes;

/// <summary>One member, eight places of it, or sixteen in single precision.</summary>
/// <typeparam name="T">Double or single precision.</typeparam>
internal readonly unsafe struct Places512<T>(Vector512<T> value) : ILanes<Places512<T>, T>
    where T : unmanaged, INumber<T>
{
    private readonly Vector512<T> value = value;

    public static int Count => Vector512<T>.Count;

    public static int Members => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Places512<T> operator +(Places512<T> a, Places512<T> b) => new(a.value + b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Places512<T> operator -(Places512<T> a, Places512<T> b) => new(a.value - b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Places512<T> operator *(Places512<T> a, Places512<T> b) => new(a.value * b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Places512<T> Load(T* from) => new(Vector512.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Places512<T> Repeat(T* from) => new(Vector512.Create(*from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Places512<T> Broadcast(double value) => new(typeof(T) == typeof(float)
        ? Vector512.Create((float)value).As<float, T>()
        : Vector512.Create(value).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Places512<T> Factor(T* factors, nint at) => Load(factors + ((nuint)at / 2));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Places512<T> Join(Places512<T> first, Places512<T> others) =>
        new(others.value.WithElement(0, first.value[0]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Places512<T> MultiplyAdd(Places512<T> a, Places512<T> b, Places512<T> c) => new(
        typeof(T) == typeof(float) ? Vector512.FusedMultiplyAdd(a.value.AsSingle(), b.value.AsSingle(), c.value.AsSingle()).As<float, T>()
        : Vector512.FusedMultiplyAdd(a.value.AsDouble(), b.value.AsDouble(), c.value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Places512<T> SubtractProduct(Places512<T> c, Places512<T> a, Places512<T> b) => new(
        !Avx512F.IsSupported ? MultiplyAdd(new(-a.value), b, c).value
        : typeof(T) == typeof(float)
        ? Avx512F.FusedMultiplyAddNegated(a.value.AsSingle(), b.value.AsSingle(), c.value.AsSingle()).As<float, T>()
        : Avx512F.FusedMultiplyAddNegated(a.value.AsDouble(), b.value.AsDouble(), c.value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(T* to) => value.Store(to);
}
