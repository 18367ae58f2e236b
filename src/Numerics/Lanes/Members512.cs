using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Sci.Numerics.Lanes;

/// <summary>As many members as 512 bits have numbers: eight, or sixteen in single precision.</summary>
/// <typeparam name="T">Double or single precision.</typeparam>
internal readonly unsafe struct Members512<T>(Vector512<T> value) : ILanes<Members512<T>, T>
    where T : unmanaged, INumber<T>
{
    private readonly Vector512<T> value = value;

    public static int Count => Vector512<T>.Count;

    public static int Members => Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Members512<T> operator +(Members512<T> a, Members512<T> b) => new(a.value + b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Members512<T> operator -(Members512<T> a, Members512<T> b) => new(a.value - b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Members512<T> operator *(Members512<T> a, Members512<T> b) => new(a.value * b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Members512<T> Load(T* from) => new(Vector512.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Members512<T> Repeat(T* from) => new(Vector512.Create(*from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Members512<T> Broadcast(double value) => new(typeof(T) == typeof(float)
        ? Vector512.Create((float)value).As<float, T>()
        : Vector512.Create(value).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Members512<T> Factor(T* factors, nint at) => Repeat(factors + ((nuint)at / (2 * (nuint)Count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Members512<T> Join(Members512<T> first, Members512<T> others) => first;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Members512<T> MultiplyAdd(Members512<T> a, Members512<T> b, Members512<T> c) => new(
        typeof(T) == typeof(float) ? Vector512.FusedMultiplyAdd(a.value.AsSingle(), b.value.AsSingle(), c.value.AsSingle()).As<float, T>()
        : Vector512.FusedMultiplyAdd(a.value.AsDouble(), b.value.AsDouble(), c.value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Members512<T> SubtractProduct(Members512<T> c, Members512<T> a, Members512<T> b) => new(
        !Avx512F.IsSupported ? MultiplyAdd(new(-a.value), b, c).value
        : typeof(T) == typeof(float)
        ? Avx512F.FusedMultiplyAddNegated(a.value.AsSingle(), b.value.AsSingle(), c.value.AsSingle()).As<float, T>()
        : Avx512F.FusedMultiplyAddNegated(a.value.AsDouble(), b.value.AsDouble(), c.value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(T* to) => value.Store(to);
}
