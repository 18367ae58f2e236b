namespace Sci.Numerics;

/// <summary>Standard normal draws by rejection from 256 layers of equal area under exp(-x²/2).</summary>
/// <remarks>Marsaglia and Tsang (2000), doi:10.18637/jss.v005.i08, with layer and abscissa from separate bits.</remarks>
internal static class Ziggurat
{
    private const int Layers = 256;

    // The abscissa where the tail begins, and the area of each layer, for 256 layers (Doornik, 2005).
    private const double Tail = 3.6541528853610088;
    private const double Area = 4.92867323399e-3;

    private static readonly double[] X = Edges();

    public static double Draw(RandomSource random)
    {
        while (true)
        {
            var bits = random.Bits();
            var layer = (int)(bits & (Layers - 1));
            var u = ((long)bits >> 11) * (1.0 / (1L << 52));
            var x = u * X[layer];
            if (Math.Abs(x) < X[layer + 1])
            {
                return x;
            }

            if (layer == 0)
            {
                return Math.CopySign(FromTail(random), u);
            }

            var f0 = Density(X[layer]);
            var f1 = Density(X[layer + 1]);
            if (f0 + ((f1 - f0) * random.Uniform()) < Density(x))
            {
                return x;
            }
        }
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
