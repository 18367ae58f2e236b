using System.Runtime.CompilerServices;

namespace Sci.Surrogates;

/// <summary>Elementary functions of registers.</summary>
/// <remarks>
/// The runtime's exponential of single precision goes through double precision, at four times the cost. Here x = n ln 2
/// + r with |r| ≤ ln 2/2, and eʳ - 1 = r q(r) by Taylor's polynomial.
/// </remarks>
internal static class LaneFunctions<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged
{
    /// <summary>eˣ for x ≤ 0: 2ⁿ (1 + r q).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Exp(TLanes x)
    {
        var (bits, r) = Reduce(x);
        return TLanes.AddToExponent(TLanes.MultiplyAdd(Quotient(r), r, TLanes.Constant(1)), bits);
    }

    /// <summary>With m = exp(-2|x|) - 1, which loses nothing near 0: |tanh x| = -m/(2 + m).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Tanh(TLanes x)
    {
        var (bits, r) = Reduce(TLanes.Abs(x) * TLanes.Constant(-2));
        var power = TLanes.AddToExponent(TLanes.Constant(1), bits);
        var m = TLanes.MultiplyAdd(power, Quotient(r) * r, power - TLanes.Constant(1));
        return TLanes.CopySign(m / (m + TLanes.Constant(2)), x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Quotient(TLanes r)
    {
        if (typeof(T) == typeof(float))
        {
            return Quotient(r, TLanes.Constant(1.0 / 5040));
        }

        var q = TLanes.Constant(1.0 / 6227020800);
        q = Horner(q, r, 1.0 / 479001600);
        q = Horner(q, r, 1.0 / 39916800);
        q = Horner(q, r, 1.0 / 3628800);
        q = Horner(q, r, 1.0 / 362880);
        q = Horner(q, r, 1.0 / 40320);
        return Quotient(r, Horner(q, r, 1.0 / 5040));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Quotient(TLanes r, TLanes q)
    {
        q = Horner(q, r, 1.0 / 720);
        q = Horner(q, r, 1.0 / 120);
        q = Horner(q, r, 1.0 / 24);
        q = Horner(q, r, 1.0 / 6);
        q = Horner(q, r, 0.5);
        return Horner(q, r, 1);
    }

    // x = n ln 2 + r, and bits whose last ones are n.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TLanes Bits, TLanes Remainder) Reduce(TLanes x) => typeof(T) == typeof(float)
        ? Reduce(x, -87, 12582912, -0.693145752, -1.42860677e-6)
        : Reduce(x, -708, 6755399441055744, -0.693147180369123816490, -1.90821492927058770002e-10);

    // n comes from adding a number whose last bit counts ones; ln 2 is taken off in two parts.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TLanes Bits, TLanes Remainder) Reduce(
        TLanes x, double least, double counter, double minusLog, double minusRest)
    {
        x = TLanes.Max(TLanes.Constant(least), x);
        var bits = TLanes.MultiplyAdd(x, TLanes.Constant(1.4426950408889634), TLanes.Constant(counter));
        var n = bits - TLanes.Constant(counter);
        var r = TLanes.MultiplyAdd(n, TLanes.Constant(minusLog), x);
        return (bits, TLanes.MultiplyAdd(n, TLanes.Constant(minusRest), r));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Horner(TLanes sum, TLanes x, double coefficient) =>
        TLanes.MultiplyAdd(sum, x, TLanes.Constant(coefficient));
}
