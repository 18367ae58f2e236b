using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Sci.Numerics.Lanes;

/// <summary>Eight members.</summary>
internal readonly unsafe struct EightLanes(Vector512<double> value) : ILanes<EightLanes>
{
    private readonly Vector512<double> value = value;

    public static int Count => Vector512<double>.Count;

    public static int Members => Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator +(EightLanes a, EightLanes b) => new(a.value + b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator -(EightLanes a, EightLanes b) => new(a.value - b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator *(EightLanes a, EightLanes b) => new(a.value * b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Load(double* from) => new(Vector512.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Broadcast(double value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Factor(double* factors, nint at) => Broadcast(factors[(nuint)at / (2 * (nuint)Count)]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Join(EightLanes first, EightLanes others) => first;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes MultiplyAdd(EightLanes a, EightLanes b, EightLanes c) =>
        new(Vector512.FusedMultiplyAdd(a.value, b.value, c.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes SubtractProduct(EightLanes c, EightLanes a, EightLanes b) =>
        new(Avx512F.IsSupported
            ? Avx512F.FusedMultiplyAddNegated(a.value, b.value, c.value)
            : Vector512.FusedMultiplyAdd(-a.value, b.value, c.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(double* to) => value.Store(to);
}
