namespace Sci.Discovery;

/// <summary>
/// φ(x) = (1 - (x/mΔ)²)^p on |x| ≤ mΔ, at the points of an axis: what a weak form integrates against.
/// </summary>
/// <remarks>
/// Messenger and Bortz (2021), doi:10.1016/j.jcp.2021.110525. p vanishing derivatives at both ends make the trapezoidal
/// rule exact to them.
/// </remarks>
internal sealed class TestFunction
{
    // Each between the zeros that the kernels want.
    private readonly double[][] derivatives;

    /// <summary>Tabulates φ and its derivatives.</summary>
    /// <param name="halfWidth">m: the support has 2m + 1 points.</param>
    /// <param name="degree">p; more than the highest derivative.</param>
    /// <param name="spacing">Δ.</param>
    /// <param name="highestDerivative">Highest derivative that will be asked for.</param>
    public TestFunction(int halfWidth, int degree, double spacing, int highestDerivative)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(halfWidth, 2);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(degree, highestDerivative);
        (HalfWidth, Degree, Spacing) = (halfWidth, degree, spacing);
        derivatives = [.. Enumerable.Range(0, highestDerivative + 1).Select(order => Padded(Tabulate(order)))];
    }

    private TestFunction()
    {
        (HalfWidth, Degree, Spacing) = (0, 0, 1);
        derivatives = [Padded([1]), Padded([0])];
    }

    /// <summary>A single point, for an axis that is not there.</summary>
    public static TestFunction Point { get; } = new();

    /// <summary>m: the support has 2m + 1 points.</summary>
    public int HalfWidth { get; }

    /// <summary>Number of points of the support.</summary>
    public int Support => (2 * HalfWidth) + 1;

    /// <summary>p.</summary>
    public int Degree { get; }

    /// <summary>Δ.</summary>
    public double Spacing { get; }

    /// <summary>∫φ by the trapezoidal rule.</summary>
    public double Integral => Spacing * System.Numerics.Tensors.TensorPrimitives.Sum(Derivative(0));

    /// <summary>The derivative of the given order at x = -mΔ … mΔ, shape [2m + 1].</summary>
    public ReadOnlySpan<double> Derivative(int order) =>
        PaddedDerivative(order)[PlaceKernels.Padding..^PlaceKernels.Padding];

    /// <summary>The same between <see cref="PlaceKernels.Padding"/> zeros.</summary>
    public ReadOnlySpan<double> PaddedDerivative(int order) => derivatives[HalfWidth == 0 ? Math.Min(order, 1) : order];

    /// <summary>The degree at which φ falls to <paramref name="level"/> at its last point inside.</summary>
    public static int DegreeFor(int halfWidth, double level, int highestDerivative)
    {
        double m = halfWidth;
        var degree = (int)Math.Ceiling(Math.Log(level) / Math.Log(((2 * m) - 1) / (m * m)));
        return Math.Max(degree, highestDerivative + 1);
    }

    // Leibniz on (1 - s)^p (1 + s)^p: no cancellation near the ends, unlike the expanded polynomial.
    private double[] Tabulate(int order)
    {
        var scale = Math.Pow(HalfWidth * Spacing, -order);
        var values = new double[(2 * HalfWidth) + 1];
        for (var at = 0; at < values.Length; at++)
        {
            var s = (double)(at - HalfWidth) / HalfWidth;
            var sum = 0.0;
            var binomial = 1.0;
            for (var k = 0; k <= order; k++)
            {
                var left = Falling(Degree, k) * Math.Pow(1 - s, Degree - k) * (k % 2 == 0 ? 1 : -1);
                var right = Falling(Degree, order - k) * Math.Pow(1 + s, Degree - order + k);
                sum += binomial * left * right;
                binomial *= (double)(order - k) / (k + 1);
            }

            values[at] = scale * sum;
        }

        return values;
    }

    private static double[] Padded(double[] values) =>
        [.. new double[PlaceKernels.Padding], .. values, .. new double[PlaceKernels.Padding]];

    private static double Falling(int n, int k)
    {
        var product = 1.0;
        for (var i = 0; i < k; i++)
        {
            product *= n - i;
        }

        return product;
    }
}
