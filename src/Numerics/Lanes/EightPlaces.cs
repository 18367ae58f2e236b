using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Sci.Numerics.Lanes;

/// <summary>One member, eight places of it.</summary>
internal readonly unsafe struct EightPlaces(Vector512<double> value) : ILanes<EightPlaces>
{
    private readonly Vector512<double> value = value;

    public static int Count => Vector512<double>.Count;

    public static int Members => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightPlaces operator +(EightPlaces a, EightPlaces b) => new(a.value + b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightPlaces operator -(EightPlaces a, EightPlaces b) => new(a.value - b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightPlaces operator *(EightPlaces a, EightPlaces b) => new(a.value * b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightPlaces Load(double* from) => new(Vector512.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightPlaces Broadcast(double value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightPlaces Factor(double* factors, nint at) => Load(factors + ((nuint)at / 2));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightPlaces Join(EightPlaces first, EightPlaces others) =>
        new(others.value.WithElement(0, first.value[0]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightPlaces MultiplyAdd(EightPlaces a, EightPlaces b, EightPlaces c) =>
        new(Vector512.FusedMultiplyAdd(a.value, b.value, c.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightPlaces SubtractProduct(EightPlaces c, EightPlaces a, EightPlaces b) =>
        new(Avx512F.IsSupported
            ? Avx512F.FusedMultiplyAddNegated(a.value, b.value, c.value)
            : Vector512.FusedMultiplyAdd(-a.value, b.value, c.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(double* to) => value.Store(to);
}
