using System.Runtime.CompilerServices;

namespace Sci.Surrogates;

/// <summary>tanh of jets and its adjoint (Faà di Bruno up to order 4).</summary>
/// <remarks>
/// With y = tanh z: s1 = 1 - y², s2 = -2 y s1, s3 = -2 s1 (1 - 3y²), s4 = 8 y s1 (2 - 3y²), s5 = 8 s1 (2 - 15y² +
/// 15y⁴),
/// the derivatives of tanh; y1 = s1 z1, y2 = s2 z1² + s1 z2, and so on. Rows lie as
/// <see cref="JetProducts{T, TLanes}"/> says.
/// </remarks>
internal static unsafe class TanhJets<T, TLanes>
    where T : unmanaged
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    private static int Step => JetProducts<T, TLanes>.Registers * TLanes.Count;

    /// <summary>
    /// y = tanh z for <paramref name="rows"/> rows of jets with derivatives up to <paramref name="orders"/>.
    /// </summary>
    public static void Forward(T* z, T* y, int rows, ReadOnlySpan<int> orders, int channels)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var end = z + Step; z < end; z += TLanes.Count, y += TLanes.Count)
            {
                Forward(z, y, orders);
            }

            z += (channels - 1) * Step;
            y += (channels - 1) * Step;
        }
    }

    /// <summary>Turns the adjoint of y into that of z, in place.</summary>
    public static void Backward(T* z, T* y, T* adjoint, int rows, ReadOnlySpan<int> orders, int channels)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var at = 0; at < Step; at += TLanes.Count)
            {
                Backward(z + at, y + at, adjoint + at, orders);
            }

            z += channels * Step;
            y += channels * Step;
            adjoint += channels * Step;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Forward(T* z, T* y, ReadOnlySpan<int> orders)
    {
        var y0 = LaneFunctions<TLanes, T>.Tanh(TLanes.Load(z));
        y0.Store(y);
        var square = y0 * y0;
        var s1 = C(1) - square;
        foreach (var order in orders)
        {
            if (order == 1)
            {
                (s1 * At(z, 1)).Store(y + Step);
            }
            else if (order == 2)
            {
                Second(z, y, y0, s1);
            }
            else if (order > 2)
            {
                Higher(z, y, y0, s1, square, order);
            }

            z += order * Step;
            y += order * Step;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Second(T* z, T* y, TLanes y0, TLanes s1)
    {
        var z1 = At(z, 1);
        var y1 = s1 * z1;
        y1.Store(y + Step);
        TLanes.MultiplyAdd(C(-2) * y0 * y1, z1, s1 * At(z, 2)).Store(y + (2 * Step));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Higher(T* z, T* y, TLanes y0, TLanes s1, TLanes square, int order)
    {
        var (z1, z2, z3) = (At(z, 1), At(z, 2), At(z, 3));
        var s2 = C(-2) * y0 * s1;
        var s3 = C(-2) * s1 * (C(1) - (C(3) * square));
        var z11 = z1 * z1;
        (s1 * z1).Store(y + Step);
        TLanes.MultiplyAdd(s2, z11, s1 * z2).Store(y + (2 * Step));
        var three = C(3) * z2;
        TLanes.MultiplyAdd(TLanes.MultiplyAdd(s3, z11, s2 * three), z1, s1 * z3).Store(y + (3 * Step));
        if (order == 4)
        {
            var s4 = C(8) * y0 * s1 * (C(2) - (C(3) * square));
            var inner = TLanes.MultiplyAdd(s4, z11, C(2) * s3 * three);
            var outer = TLanes.MultiplyAdd(s2, TLanes.MultiplyAdd(three, z2, C(4) * z1 * z3), s1 * At(z, 4));
            TLanes.MultiplyAdd(inner, z11, outer).Store(y + (4 * Step));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Backward(T* z, T* y, T* a, ReadOnlySpan<int> orders)
    {
        var y0 = TLanes.Load(y);
        var square = y0 * y0;
        var s1 = C(1) - square;
        var s2 = C(-2) * y0 * s1;
        var g0 = s1 * TLanes.Load(a);
        var start = a;
        foreach (var order in orders)
        {
            if (order == 1)
            {
                var a1 = At(a, 1);
                g0 = TLanes.MultiplyAdd(s2 * At(z, 1), a1, g0);
                (s1 * a1).Store(a + Step);
            }
            else if (order == 2)
            {
                g0 += SecondAdjoint(z, a, s1, s2, square);
            }
            else if (order > 2)
            {
                g0 += HigherAdjoint(z, a, y0, square, order);
            }

            z += order * Step;
            a += order * Step;
        }

        g0.Store(start);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes SecondAdjoint(T* z, T* a, TLanes s1, TLanes s2, TLanes square)
    {
        var (z1, a1, a2) = (At(z, 1), At(a, 1), At(a, 2));
        var s3 = C(-2) * s1 * (C(1) - (C(3) * square));
        var s2z1 = s2 * z1;
        TLanes.MultiplyAdd(s2z1 + s2z1, a2, s1 * a1).Store(a + Step);
        (s1 * a2).Store(a + (2 * Step));
        var y2 = TLanes.MultiplyAdd(s3 * z1, z1, s2 * At(z, 2)); // ∂y2/∂z0
        return TLanes.MultiplyAdd(y2, a2, s2z1 * a1);
    }

    // Orders 3 and 4; a channel that is not carried counts as zero and is not touched.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes HigherAdjoint(T* z, T* a, TLanes y0, TLanes square, int order)
    {
        var s1 = C(1) - square;
        var s2 = C(-2) * y0 * s1;
        var s3 = C(-2) * s1 * (C(1) - (C(3) * square));
        var s4 = C(8) * y0 * s1 * (C(2) - (C(3) * square));
        var (z1, z2, z3, a4) = (At(z, 1), At(z, 2), At(z, 3), default(TLanes));
        var (a1, a2, a3) = (At(a, 1), At(a, 2), At(a, 3));
        var z11 = z1 * z1;
        var three = C(3) * z2;
        var s2z1 = s2 * z1;
        var y2 = TLanes.MultiplyAdd(s3, z11, s2 * z2); // ∂y2/∂z0; likewise y3 and y4.
        var y3 = TLanes.MultiplyAdd(TLanes.MultiplyAdd(s4, z11, s3 * three), z1, s2 * z3);
        var g0 = TLanes.MultiplyAdd(y3, a3, TLanes.MultiplyAdd(y2, a2, s2z1 * a1));
        if (order == 4)
        {
            a4 = At(a, 4);
            var s5 = C(8) * s1 * TLanes.MultiplyAdd(C(15) * square, square - C(1), C(2));
            var inner = TLanes.MultiplyAdd(s5, z11, C(2) * s4 * three);
            var outer = TLanes.MultiplyAdd(s3, TLanes.MultiplyAdd(three, z2, C(4) * z1 * z3), s2 * At(z, 4));
            g0 = TLanes.MultiplyAdd(TLanes.MultiplyAdd(inner, z11, outer), a4, g0);
            (s1 * a4).Store(a + (4 * Step));
        }

        var g1 = TLanes.MultiplyAdd(C(3) * y2, a3, C(4) * y3 * a4);
        TLanes.MultiplyAdd(s1, a1, TLanes.MultiplyAdd(s2z1 + s2z1, a2, g1)).Store(a + Step);
        var g2 = TLanes.MultiplyAdd(C(3) * s2z1, a3, C(6) * y2 * a4);
        TLanes.MultiplyAdd(s1, a2, g2).Store(a + (2 * Step));
        TLanes.MultiplyAdd(s1, a3, C(4) * s2z1 * a4).Store(a + (3 * Step));
        return g0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes At(T* jets, int channel) => TLanes.Load(jets + (channel * Step));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes C(double value) => TLanes.Constant(value);
}
