using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Sci.Numerics.Lanes;

/// <summary>Four members.</summary>
internal readonly unsafe struct FourLanes(Vector256<double> value) : ILanes<FourLanes>
{
    private readonly Vector256<double> value = value;

    public static int Count => Vector256<double>.Count;

    public static int Members => Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator +(FourLanes a, FourLanes b) => new(a.value + b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator -(FourLanes a, FourLanes b) => new(a.value - b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator *(FourLanes a, FourLanes b) => new(a.value * b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Load(double* from) => new(Vector256.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Broadcast(double value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Factor(double* factors, nint at) => Broadcast(factors[(nuint)at / (2 * (nuint)Count)]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Join(FourLanes first, FourLanes others) => first;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes MultiplyAdd(FourLanes a, FourLanes b, FourLanes c) =>
        new(Vector256.FusedMultiplyAdd(a.value, b.value, c.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes SubtractProduct(FourLanes c, FourLanes a, FourLanes b) =>
        new(Fma.IsSupported
            ? Fma.MultiplyAddNegated(a.value, b.value, c.value)
            : Vector256.FusedMultiplyAdd(-a.value, b.value, c.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(double* to) => value.Store(to);
}
