using System.Runtime.CompilerServices;

namespace Sci.Surrogates;

/// <summary>tanh of jets and its adjoint (Faà di Bruno up to order 4).</summary>
/// <remarks>
/// With y = tanh z: s1 = 1 - y², s2 = -2 y s1, s3 = -2 s1 (1 - 3y²), s4 = 8 y s1 (2 - 3y²), s5 = 8 s1 (2 - 15y² + 15y⁴),
/// the derivatives of tanh; y1 = s1 z1, y2 = s2 z1² + s1 z2, and so on.
/// </remarks>
internal static unsafe class TanhJets<T, TLanes>
    where T : unmanaged
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    private static int Step => JetProducts<T, TLanes>.Registers * TLanes.Count;

    /// <summary>y = tanh z for <paramref name="rows"/> rows of jets.</summary>
    public static void Forward(T* z, T* y, int rows, JetLayout layout)
    {
        var channels = layout.Channels;
        for (var row = 0; row < rows; row++)
        {
            for (var at = 0; at < Step; at += TLanes.Count)
            {
                Forward(z + (row * channels * Step) + at, y + (row * channels * Step) + at, layout);
            }
        }
    }

    /// <summary>Turns the adjoint of y into that of z, in place.</summary>
    public static void Backward(T* z, T* y, T* adjoint, int rows, JetLayout layout)
    {
        var channels = layout.Channels;
        for (var row = 0; row < rows; row++)
        {
            for (var at = 0; at < Step; at += TLanes.Count)
            {
                var offset = (row * channels * Step) + at;
                Backward(z + offset, y + offset, adjoint + offset, layout);
            }
        }
    }

    private static void Forward(T* z, T* y, JetLayout layout)
    {
        var y0 = TLanes.Tanh(TLanes.Load(z));
        y0.Store(y);
        var s = new Slopes(y0);
        for (var d = 0; d < layout.Coordinates; d++)
        {
            var order = layout.Orders[d];
            for (var k = 1; k <= order; k++)
            {
                Derivative(z, s, k).Store(y + (k * Step));
            }

            z += order * Step;
            y += order * Step;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Derivative(T* z, in Slopes s, int order)
    {
        var z1 = At(z, 1);
        switch (order)
        {
            case 1:
                return s.S1 * z1;
            case 2:
                return (s.S2 * z1 * z1) + (s.S1 * At(z, 2));
            case 3:
                return (s.S3 * z1 * z1 * z1) + (C(3) * s.S2 * z1 * At(z, 2)) + (s.S1 * At(z, 3));
            default:
                var (z2, z3, z4) = (At(z, 2), At(z, 3), At(z, 4));
                return (s.S4 * z1 * z1 * z1 * z1) + (C(6) * s.S3 * z1 * z1 * z2)
                    + (s.S2 * ((C(3) * z2 * z2) + (C(4) * z1 * z3))) + (s.S1 * z4);
        }
    }

    private static void Backward(T* z, T* y, T* adjoint, JetLayout layout)
    {
        var s = new Slopes(TLanes.Load(y));
        var g0 = s.S1 * TLanes.Load(adjoint);
        var a = adjoint;
        for (var d = 0; d < layout.Coordinates; d++)
        {
            var order = layout.Orders[d];
            g0 += order switch
            {
                0 => default,
                1 => First(z, a, s),
                2 => Second(z, a, s),
                3 => Third(z, a, s),
                _ => Fourth(z, a, s),
            };
            z += order * Step;
            a += order * Step;
        }

        g0.Store(adjoint);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes First(T* z, T* a, in Slopes s)
    {
        var a1 = At(a, 1);
        (s.S1 * a1).Store(a + Step);
        return s.S2 * At(z, 1) * a1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Second(T* z, T* a, in Slopes s)
    {
        var (z1, z2, a1, a2) = (At(z, 1), At(z, 2), At(a, 1), At(a, 2));
        ((s.S1 * a1) + (C(2) * s.S2 * z1 * a2)).Store(a + Step);
        (s.S1 * a2).Store(a + (2 * Step));
        return (s.S2 * z1 * a1) + (((s.S3 * z1 * z1) + (s.S2 * z2)) * a2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Third(T* z, T* a, in Slopes s)
    {
        var (z1, z2, z3) = (At(z, 1), At(z, 2), At(z, 3));
        var (a1, a2, a3) = (At(a, 1), At(a, 2), At(a, 3));
        var y2z1 = (s.S3 * z1 * z1) + (s.S2 * z2); // ∂y2/∂z0
        ((s.S1 * a1) + (C(2) * s.S2 * z1 * a2) + (C(3) * y2z1 * a3)).Store(a + Step);
        ((s.S1 * a2) + (C(3) * s.S2 * z1 * a3)).Store(a + (2 * Step));
        (s.S1 * a3).Store(a + (3 * Step));
        return (s.S2 * z1 * a1) + (y2z1 * a2) + (((s.S4 * z1 * z1 * z1) + (C(3) * s.S3 * z1 * z2) + (s.S2 * z3)) * a3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Fourth(T* z, T* a, in Slopes s)
    {
        var (z1, z2, z3, z4) = (At(z, 1), At(z, 2), At(z, 3), At(z, 4));
        var (a1, a2, a3, a4) = (At(a, 1), At(a, 2), At(a, 3), At(a, 4));
        var y2 = (s.S3 * z1 * z1) + (s.S2 * z2); // ∂y2/∂z0, and likewise y3, y4
        var y3 = (s.S4 * z1 * z1 * z1) + (C(3) * s.S3 * z1 * z2) + (s.S2 * z3);
        var y4 = (s.S5 * z1 * z1 * z1 * z1) + (C(6) * s.S4 * z1 * z1 * z2)
            + (s.S3 * ((C(3) * z2 * z2) + (C(4) * z1 * z3))) + (s.S2 * z4);
        ((s.S1 * a1) + (C(2) * s.S2 * z1 * a2) + (C(3) * y2 * a3) + (C(4) * y3 * a4)).Store(a + Step);
        ((s.S1 * a2) + (C(3) * s.S2 * z1 * a3) + (C(6) * y2 * a4)).Store(a + (2 * Step));
        ((s.S1 * a3) + (C(4) * s.S2 * z1 * a4)).Store(a + (3 * Step));
        (s.S1 * a4).Store(a + (4 * Step));
        return (s.S2 * z1 * a1) + (y2 * a2) + (y3 * a3) + (y4 * a4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes At(T* jets, int channel) => TLanes.Load(jets + (channel * Step));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes C(double value) => TLanes.Constant(value);

    /// <summary>The derivatives of tanh at a value of it; the unused ones cost nothing.</summary>
    private readonly struct Slopes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Slopes(TLanes y)
        {
            var square = y * y;
            S1 = C(1) - square;
            S2 = C(-2) * y * S1;
            S3 = C(-2) * S1 * (C(1) - (C(3) * square));
            S4 = C(8) * y * S1 * (C(2) - (C(3) * square));
            S5 = C(8) * S1 * (C(2) + (C(15) * square * (square - C(1))));
        }

        public TLanes S1 { get; }

        public TLanes S2 { get; }

        public TLanes S3 { get; }

        public TLanes S4 { get; }

        public TLanes S5 { get; }
    }
}
