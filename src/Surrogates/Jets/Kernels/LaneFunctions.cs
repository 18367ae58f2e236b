using System.Runtime.CompilerServices;

namespace Sci.Surrogates;

/// <summary>Elementary functions of registers.</summary>
/// <remarks>
/// The runtime's exponential of single precision goes through double precision, at four times the cost.
/// </remarks>
internal static class LaneFunctions<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged
{
    // Below this the quotient of exponentials cancels and the series is exact to the last bits.
    private const double Small = 0.1;

    /// <summary>eˣ for x ≤ 0: 2ⁿ eʳ with |r| ≤ ln 2/2, by Taylor's polynomial.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Exp(TLanes x) => typeof(T) == typeof(float) ? ExpSingle(x) : ExpDouble(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Tanh(TLanes x)
    {
        var size = TLanes.Abs(x);
        var decay = Exp(size * TLanes.Constant(-2));
        var large = TLanes.CopySign((TLanes.Constant(1) - decay) / (TLanes.Constant(1) + decay), x);
        var square = x * x;
        var series = TLanes.Constant(-1382.0 / 155925);
        series = Horner(series, square, 62.0 / 2835);
        series = Horner(series, square, -17.0 / 315);
        series = Horner(series, square, 2.0 / 15);
        series = Horner(series, square, -1.0 / 3);
        return TLanes.WhereLess(
            size, TLanes.Constant(Small), TLanes.MultiplyAdd(series * square, x, x), large);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes ExpSingle(TLanes x)
    {
        var (shifted, r) = Reduce(x, -87, 12582912, -0.693145752, -1.42860677e-6);
        var e = TLanes.Constant(1.0 / 5040);
        e = Horner(e, r, 1.0 / 720);
        e = Horner(e, r, 1.0 / 120);
        e = Horner(e, r, 1.0 / 24);
        e = Horner(e, r, 1.0 / 6);
        e = Horner(e, r, 0.5);
        e = Horner(e, r, 1);
        e = Horner(e, r, 1);
        return TLanes.AddToExponent(e, shifted);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes ExpDouble(TLanes x)
    {
        var (shifted, r) = Reduce(x, -708, 6755399441055744, -0.693147180369123816490, -1.90821492927058770002e-10);
        var e = TLanes.Constant(1.0 / 6227020800);
        e = Horner(e, r, 1.0 / 479001600);
        e = Horner(e, r, 1.0 / 39916800);
        e = Horner(e, r, 1.0 / 3628800);
        e = Horner(e, r, 1.0 / 362880);
        e = Horner(e, r, 1.0 / 40320);
        e = Horner(e, r, 1.0 / 5040);
        e = Horner(e, r, 1.0 / 720);
        e = Horner(e, r, 1.0 / 120);
        e = Horner(e, r, 1.0 / 24);
        e = Horner(e, r, 1.0 / 6);
        e = Horner(e, r, 0.5);
        e = Horner(e, r, 1);
        e = Horner(e, r, 1);
        return TLanes.AddToExponent(e, shifted);
    }

    // n comes from adding a number whose last bit counts ones; ln 2 is taken off in two parts.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TLanes Shifted, TLanes Remainder) Reduce(
        TLanes x, double least, double counter, double minusLog, double minusRest)
    {
        x = TLanes.Max(x, TLanes.Constant(least));
        var shifted = TLanes.MultiplyAdd(x, TLanes.Constant(1.4426950408889634), TLanes.Constant(counter));
        var n = shifted - TLanes.Constant(counter);
        var r = TLanes.MultiplyAdd(n, TLanes.Constant(minusLog), x);
        return (shifted, TLanes.MultiplyAdd(n, TLanes.Constant(minusRest), r));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Horner(TLanes sum, TLanes x, double coefficient) =>
        TLanes.MultiplyAdd(sum, x, TLanes.Constant(coefficient));
}
