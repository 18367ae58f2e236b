using System.Runtime.CompilerServices;

namespace Sci.Surrogates;

/// <summary>tanh of jets and its adjoint (Faà di Bruno up to order 4).</summary>
/// <remarks>
/// With y = tanh z: s1 = 1 - y², s2 = -2 y s1, s3 = -2 s1 (1 - 3y²), s4 = 8 y s1 (2 - 3y²), s5 = 8 s1 (2 - 15y² +
/// 15y⁴), the derivatives of tanh; y1 = s1 z1, y2 = s2 z1² + s1 z2, and so on. The part s1 zₙ of the highest derivative
/// is left to the channel that carries it, by itself or in a sum with others. Rows lie as
/// <see cref="JetProducts{T, TLanes}"/> says; one pass over all of them a coordinate.
/// </remarks>
internal static unsafe class TanhJets<T, TLanes>
    where T : unmanaged
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    private static int Step => JetProducts<T, TLanes>.Registers * TLanes.Count;

    /// <summary>y = tanh z for rows of jets.</summary>
    public static void Forward(T* z, T* y, int rows, JetPass[] passes)
    {
        Values(z, y, rows, passes[0].Channels * Step);
        foreach (var pass in passes)
        {
            if (pass.Order <= 1)
            {
                First(z, y, rows, pass);
            }
            else if (pass.Order == 2)
            {
                Second(z, y, rows, pass);
            }
            else
            {
                Higher(z, y, rows, pass);
            }
        }
    }

    /// <summary>Turns the adjoint of y into that of z, in place.</summary>
    public static void Backward(T* z, T* y, T* a, int rows, JetPass[] passes)
    {
        foreach (var pass in passes)
        {
            if (pass.Order <= 1)
            {
                FirstAdjoint(z, y, a, rows, pass);
            }
            else if (pass.Order == 2)
            {
                SecondAdjoint(z, y, a, rows, pass);
            }
            else
            {
                HigherAdjoint(z, y, a, rows, pass);
            }
        }
    }

    private static void Values(T* z, T* y, int rows, int stride)
    {
        for (var row = 0; row < rows; row++, z += stride, y += stride)
        {
            for (nint at = 0; at < Step; at += TLanes.Count)
            {
                LaneFunctions<TLanes, T>.Tanh(TLanes.Load(z + at)).Store(y + at);
            }
        }
    }

    private static void First(T* z, T* y, int rows, JetPass pass)
    {
        nint highest = pass.Highest * Step, stride = pass.Channels * Step;
        for (var row = 0; row < rows && highest > 0; row++, z += stride, y += stride)
        {
            for (nint at = 0; at < Step; at += TLanes.Count)
            {
                var y0 = TLanes.Load(y + at);
                ((C(1) - (y0 * y0)) * TLanes.Load(z + highest + at)).Store(y + highest + at);
            }
        }
    }

    private static void Second(T* z, T* y, int rows, JetPass pass)
    {
        var weight = C(pass.Weight);
        nint highest = pass.Highest * Step, stride = pass.Channels * Step;
        for (var row = 0; row < rows; row++, z += stride, y += stride)
        {
            T* from = z + (pass.First * Step), to = y + (pass.First * Step);
            for (nint at = 0; at < Step; at += TLanes.Count)
            {
                var y0 = TLanes.Load(y + at);
                var s1 = C(1) - (y0 * y0);
                var z1 = TLanes.Load(from + at);
                var y1 = s1 * z1;
                y1.Store(to + at);
                var rest = pass.Starts ? s1 * TLanes.Load(z + highest + at) : TLanes.Load(y + highest + at);
                TLanes.MultiplyAdd(C(-2) * y0 * y1 * weight, z1, rest).Store(y + highest + at);
            }
        }
    }

    private static void Higher(T* z, T* y, int rows, JetPass pass)
    {
        var weight = C(pass.Weight);
        nint highest = pass.Highest * Step, stride = pass.Channels * Step;
        for (var row = 0; row < rows; row++, z += stride, y += stride)
        {
            T* from = z + (pass.First * Step), to = y + (pass.First * Step);
            for (nint at = 0; at < Step; at += TLanes.Count)
            {
                var y0 = TLanes.Load(y + at);
                var square = y0 * y0;
                var s1 = C(1) - square;
                var s2 = C(-2) * y0 * s1;
                var s3 = C(-2) * s1 * (C(1) - (C(3) * square));
                var (z1, z2) = (TLanes.Load(from + at), TLanes.Load(from + Step + at));
                var z11 = z1 * z1;
                (s1 * z1).Store(to + at);
                TLanes.MultiplyAdd(s2, z11, s1 * z2).Store(to + Step + at);
                var three = C(3) * z2;
                var bent = TLanes.MultiplyAdd(s3, z11, s2 * three) * z1; // y3 - s1 z3
                if (pass.Order == 4)
                {
                    var z3 = TLanes.Load(from + (2 * Step) + at);
                    TLanes.MultiplyAdd(s1, z3, bent).Store(to + (2 * Step) + at);
                    var s4 = C(8) * y0 * s1 * (C(2) - (C(3) * square));
                    var inner = TLanes.MultiplyAdd(s4, z11, C(2) * s3 * three);
                    bent = TLanes.MultiplyAdd(inner, z11, s2 * TLanes.MultiplyAdd(three, z2, C(4) * z1 * z3));
                }

                var rest = pass.Starts ? s1 * TLanes.Load(z + highest + at) : TLanes.Load(y + highest + at);
                TLanes.MultiplyAdd(weight, bent, rest).Store(y + highest + at);
            }
        }
    }

    private static void FirstAdjoint(T* z, T* y, T* a, int rows, JetPass pass)
    {
        nint highest = pass.Highest * Step, stride = pass.Channels * Step;
        for (var row = 0; row < rows; row++, z += stride, y += stride, a += stride)
        {
            for (nint at = 0; at < Step; at += TLanes.Count)
            {
                var y0 = TLanes.Load(y + at);
                var s1 = C(1) - (y0 * y0);
                var g0 = pass.IsFirst ? s1 * TLanes.Load(a + at) : TLanes.Load(a + at);
                (highest == 0 ? g0 : Highest(z + highest + at, a + highest + at, s1, C(-2) * y0 * s1, g0)).Store(a + at);
            }
        }
    }

    private static void SecondAdjoint(T* z, T* y, T* a, int rows, JetPass pass)
    {
        var weight = C(pass.Weight);
        nint highest = pass.Highest * Step, stride = pass.Channels * Step;
        for (var row = 0; row < rows; row++, z += stride, y += stride, a += stride)
        {
            T* from = z + (pass.First * Step), to = a + (pass.First * Step);
            for (nint at = 0; at < Step; at += TLanes.Count)
            {
                var y0 = TLanes.Load(y + at);
                var square = y0 * y0;
                var s1 = C(1) - square;
                var s2 = C(-2) * y0 * s1;
                var g0 = pass.IsFirst ? s1 * TLanes.Load(a + at) : TLanes.Load(a + at);
                var (z1, a1, a2) = (TLanes.Load(from + at), TLanes.Load(to + at), weight * TLanes.Load(a + highest + at));
                if (pass.Ends)
                {
                    g0 = Highest(z + highest + at, a + highest + at, s1, s2, g0);
                }

                var s3 = C(-2) * s1 * (C(1) - (C(3) * square));
                var s2z1 = s2 * z1;
                TLanes.MultiplyAdd(s2z1 + s2z1, a2, s1 * a1).Store(to + at);
                TLanes.MultiplyAdd(s3 * z1 * z1, a2, TLanes.MultiplyAdd(s2z1, a1, g0)).Store(a + at);
            }
        }
    }

    private static void HigherAdjoint(T* z, T* y, T* a, int rows, JetPass pass)
    {
        var weight = C(pass.Weight);
        nint highest = pass.Highest * Step, stride = pass.Channels * Step;
        for (var row = 0; row < rows; row++, z += stride, y += stride, a += stride)
        {
            T* from = z + (pass.First * Step), to = a + (pass.First * Step);
            for (nint at = 0; at < Step; at += TLanes.Count)
            {
                var y0 = TLanes.Load(y + at);
                var square = y0 * y0;
                var s1 = C(1) - square;
                var s2 = C(-2) * y0 * s1;
                var g0 = pass.IsFirst ? s1 * TLanes.Load(a + at) : TLanes.Load(a + at);
                var top = weight * TLanes.Load(a + highest + at);
                if (pass.Ends)
                {
                    g0 = Highest(z + highest + at, a + highest + at, s1, s2, g0);
                }

                (pass.Order == 3 ? Third(from + at, to + at, y0, s1, s2, top, g0)
                    : Fourth(from + at, to + at, y0, s1, s2, top, g0)).Store(a + at);
            }
        }
    }

    // Of s1 zₙ, where zₙ is the channel of the highest derivative.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Highest(T* z, T* a, TLanes s1, TLanes s2, TLanes g0)
    {
        var top = TLanes.Load(a);
        (s1 * top).Store(a);
        return TLanes.MultiplyAdd(s2 * TLanes.Load(z), top, g0);
    }

    // Of y1, y2 and y3 - s1 z3.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Third(T* z, T* a, TLanes y0, TLanes s1, TLanes s2, TLanes a3, TLanes g0)
    {
        var square = y0 * y0;
        var s3 = C(-2) * s1 * (C(1) - (C(3) * square));
        var s4 = C(8) * y0 * s1 * (C(2) - (C(3) * square));
        var (z1, z2, a1, a2) = (TLanes.Load(z), TLanes.Load(z + Step), TLanes.Load(a), TLanes.Load(a + Step));
        var (z11, s2z1) = (z1 * z1, s2 * z1);
        var y2 = TLanes.MultiplyAdd(s3, z11, s2 * z2); // ∂y2/∂z0; likewise y3.
        var y3 = TLanes.MultiplyAdd(s4, z11, C(3) * s3 * z2) * z1;
        TLanes.MultiplyAdd(s1, a1, TLanes.MultiplyAdd(s2z1 + s2z1, a2, C(3) * y2 * a3)).Store(a);
        TLanes.MultiplyAdd(s1, a2, C(3) * s2z1 * a3).Store(a + Step);
        return TLanes.MultiplyAdd(y3, a3, TLanes.MultiplyAdd(y2, a2, TLanes.MultiplyAdd(s2z1, a1, g0)));
    }

    // Of y1 to y3 and y4 - s1 z4.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Fourth(T* z, T* a, TLanes y0, TLanes s1, TLanes s2, TLanes a4, TLanes g0)
    {
        var square = y0 * y0;
        var s3 = C(-2) * s1 * (C(1) - (C(3) * square));
        var s4 = C(8) * y0 * s1 * (C(2) - (C(3) * square));
        var s5 = C(8) * s1 * TLanes.MultiplyAdd(C(15) * square, square - C(1), C(2));
        var (z1, z2, z3) = (TLanes.Load(z), TLanes.Load(z + Step), TLanes.Load(z + (2 * Step)));
        var (a1, a2, a3) = (TLanes.Load(a), TLanes.Load(a + Step), TLanes.Load(a + (2 * Step)));
        var (z11, s2z1, three) = (z1 * z1, s2 * z1, C(3) * z2);
        var y2 = TLanes.MultiplyAdd(s3, z11, s2 * z2); // ∂y2/∂z0; likewise y3 and y4.
        var y3 = TLanes.MultiplyAdd(TLanes.MultiplyAdd(s4, z11, s3 * three), z1, s2 * z3);
        var inner = TLanes.MultiplyAdd(s5, z11, C(2) * s4 * three);
        var y4 = TLanes.MultiplyAdd(inner, z11, s3 * TLanes.MultiplyAdd(three, z2, C(4) * z1 * z3));
        var g1 = TLanes.MultiplyAdd(C(3) * y2, a3, C(4) * y3 * a4);
        TLanes.MultiplyAdd(s1, a1, TLanes.MultiplyAdd(s2z1 + s2z1, a2, g1)).Store(a);
        TLanes.MultiplyAdd(s1, a2, TLanes.MultiplyAdd(C(3) * s2z1, a3, C(6) * y2 * a4)).Store(a + Step);
        TLanes.MultiplyAdd(s1, a3, C(4) * s2z1 * a4).Store(a + (2 * Step));
        g0 = TLanes.MultiplyAdd(y3, a3, TLanes.MultiplyAdd(y2, a2, TLanes.MultiplyAdd(s2z1, a1, g0)));
        return TLanes.MultiplyAdd(y4, a4, g0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes C(double value) => TLanes.Constant(value);
}
