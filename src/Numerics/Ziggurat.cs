using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sci.Numerics;

/// <summary>Standard normal draws by rejection from 256 layers of equal area under exp(-x²/2).</summary>
/// <remarks>
/// Marsaglia and Tsang (2000), doi:10.18637/jss.v005.i08, with layer and abscissa from separate bits.
/// </remarks>
internal static class Ziggurat
{
    private const int Layers = 256;

    // The abscissa where the tail begins, and the area of each layer, for 256 layers (Doornik, 2005).
    private const double Tail = 3.6541528853610088;
    private const double Area = 4.92867323399e-3;

    // The upper 53 bits, with sign, count from -1 to 1 in these.
    private const double Unit = 1.0 / (1L << 52);

    private static readonly double[] X = Edges();
    private static readonly double[] F = Array.ConvertAll(X, Density);

    /// <summary>
    /// The draw that <paramref name="bits"/> make, unless they fall outside a layer's core: one in a hundred.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryDraw(ulong bits, out double x)
    {
        ref var edge = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(X), (nint)(bits & (Layers - 1)));
        x = ((long)bits >> 11) * Unit * edge;
        return Math.Abs(x) < Unsafe.Add(ref edge, 1);
    }

    /// <summary>Draws until the first refusal, and returns how many.</summary>
    /// <param name="state">The generator, carried along.</param>
    /// <param name="destination">Takes the draws.</param>
    /// <param name="refused">The bits of the draw refused, if any.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int DrawInside(ref Xoshiro state, Span<double> destination, out ulong refused)
    {
        var local = state; // Nothing is called from here, so the copy stays in registers.
        var drawn = 0;
        refused = 0;
        for (; drawn < destination.Length; drawn++)
        {
            var bits = local.Next();
            if (!TryDraw(bits, out var x))
            {
                refused = bits;
                break;
            }

            destination[drawn] = x;
        }

        state = local;
        return drawn;
    }

    /// <summary>
    /// Finishes a draw that <see cref="TryDraw"/> refused, with further bits from <paramref name="random"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double DrawSlowly(RandomSource random, ulong bits)
    {
        double x;
        do
        {
            var layer = (int)(bits & (Layers - 1));
            x = ((long)bits >> 11) * Unit * X[layer];
            if (layer == 0)
            {
                return Math.CopySign(FromTail(random), x);
            }

            if (F[layer] + ((F[layer + 1] - F[layer]) * random.Uniform()) < Density(x))
            {
                return x;
            }

            bits = random.Bits();
        }
        while (!TryDraw(bits, out x));

        return x;
    }

    // Marsaglia (1964): a normal draw beyond the tail's edge from two exponential ones.
    private static double FromTail(RandomSource random)
    {
        while (true)
        {
            var x = -Math.Log(1 - random.Uniform()) / Tail;
            var y = -Math.Log(1 - random.Uniform());
            if (y + y > x * x)
            {
                return Tail + x;
            }
        }
    }

    private static double Density(double x) => Math.Exp(-0.5 * x * x);

    private static double[] Edges()
    {
        var x = new double[Layers + 1];
        x[0] = Area / Density(Tail);
        x[1] = Tail;
        for (var i = 2; i < Layers; i++)
        {
            x[i] = Math.Sqrt(-2 * Math.Log((Area / x[i - 1]) + Density(x[i - 1])));
        }

        return x;
    }
}
