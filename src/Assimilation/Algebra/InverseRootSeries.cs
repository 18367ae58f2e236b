using System.Numerics.Tensors;

namespace Sci.Assimilation.Algebra;

/// <summary>Chebyshev's expansion of (1 + λ)^(-1/2) on [0, bound], to 1e-13.</summary>
/// <remarks>
/// It converges as ρ^(-degree), ρ = (√(1 + bound) + 1)/(√(1 + bound) - 1). Bounds are rounded up, and each series made
/// once.
/// </remarks>
internal sealed class InverseRootSeries
{
    private const double Tolerance = 1e-13;

    // Bounds are 2^(i/2) from Smallest to LargestBound.
    private const double Smallest = 1.0 / 256;
    private const int Count = 29;

    private static readonly Lazy<InverseRootSeries>[] Table =
        [.. Enumerable.Range(0, Count).Select(
            i => new Lazy<InverseRootSeries>(() => new InverseRootSeries(Smallest * Math.Pow(2, 0.5 * i))))];

    private InverseRootSeries(double bound)
    {
        Bound = bound;
        var rate = (Math.Sqrt(1 + bound) + 1) / (Math.Sqrt(1 + bound) - 1);
        var degree = (int)Math.Ceiling(-Math.Log(Tolerance) / Math.Log(rate));
        Coefficients = new double[degree + 1];
        var nodes = 4 * (degree + 1);
        for (var i = 0; i < nodes; i++)
        {
            var angle = Math.PI * (i + 0.5) / nodes;
            var value = 1 / Math.Sqrt(1 + (bound * (Math.Cos(angle) + 1) / 2));
            for (var k = 0; k <= degree; k++)
            {
                Coefficients[k] += (k == 0 ? 1.0 : 2.0) * value * Math.Cos(k * angle) / nodes;
            }
        }

        Powers = ToPowers(Coefficients);
    }

    /// <summary>The largest bound there is a series for.</summary>
    public static double LargestBound { get; } = Smallest * Math.Pow(2, 0.5 * (Count - 1));

    /// <summary>Largest λ.</summary>
    public double Bound { get; }

    /// <summary>Of Chebyshev's polynomials of x = 2λ/bound - 1.</summary>
    public double[] Coefficients { get; }

    /// <summary>
    /// Of the powers of x; of use where their growth, as (1+√2)^k, stays below ρ^k: for bounds up to 3.
    /// </summary>
    public double[] Powers { get; }

    /// <summary>
    /// The shortest series for eigenvalues up to <paramref name="bound"/>, which is at most <see cref="LargestBound"/>.
    /// </summary>
    public static InverseRootSeries For(double bound) =>
        Table[Math.Max(0, (int)Math.Ceiling(2 * Math.Log2(Math.Max(bound, Smallest) / Smallest) - 1e-9))].Value;

    private static double[] ToPowers(double[] coefficients)
    {
        var size = coefficients.Length;
        var (sum, before, now) = (new double[size], new double[size], new double[size]);
        now[0] = 1;
        for (var k = 0; k < size; k++)
        {
            TensorPrimitives.MultiplyAdd(now, coefficients[k], sum, sum);
            var next = new double[size];
            for (var i = 0; i < size; i++)
            {
                next[i] = (i > 0 ? (k == 0 ? 1 : 2) * now[i - 1] : 0) - before[i];
            }

            (before, now) = (now, next);
        }

        return sum;
    }
}
