using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Sci.Numerics.Lanes;

/// <summary>As many members as 256 bits have numbers: four, or eight in single precision.</summary>
/// <typeparam name="T">Double or single precision.</typeparam>
internal readonly unsafe struct Members256<T>(Vector256<T> value) : ILanes<Members256<T>, T>
    where T : unmanaged, INumber<T>
{
    private readonly Vector256<T> value = value;

    public static int Count => Vector256<T>.Count;

    public static int Members => Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Members256<T> operator +(Members256<T> a, Members256<T> b) => new(a.value + b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Members256<T> operator -(Members256<T> a, Members256<T> b) => new(a.value - b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Members256<T> operator *(Members256<T> a, Members256<T> b) => new(a.value * b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Members256<T> Load(T* from) => new(Vector256.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Members256<T> Repeat(T* from) => new(Vector256.Create(*from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Members256<T> Broadcast(double value) => new(typeof(T) == typeof(float)
        ? Vector256.Create((float)value).As<float, T>()
        : Vector256.Create(value).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Members256<T> Factor(T* factors, nint at) => Repeat(factors + ((nuint)at / (2 * (nuint)Count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Members256<T> Join(Members256<T> first, Members256<T> others) => first;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Members256<T> MultiplyAdd(Members256<T> a, Members256<T> b, Members256<T> c) => new(
        typeof(T) == typeof(float) ? Vector256.FusedMultiplyAdd(a.value.AsSingle(), b.value.AsSingle(), c.value.AsSingle()).As<float, T>()
        : Vector256.FusedMultiplyAdd(a.value.AsDouble(), b.value.AsDouble(), c.value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Members256<T> SubtractProduct(Members256<T> c, Members256<T> a, Members256<T> b) => new(
        !Fma.IsSupported ? MultiplyAdd(new(-a.value), b, c).value
        : typeof(T) == typeof(float)
        ? Fma.MultiplyAddNegated(a.value.AsSingle(), b.value.AsSingle(), c.value.AsSingle()).As<float, T>()
        : Fma.MultiplyAddNegated(a.value.AsDouble(), b.value.AsDouble(), c.value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(T* to) => value.Store(to);
}
