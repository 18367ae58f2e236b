namespace Sci.Discovery;

/// <summary>Derivatives of the samples' smoothing spline of degree 2m - 1, its stiffness chosen line by line.</summary>
/// <remarks>
/// Least ‖y - z‖² + λ‖Dᵐz‖² on the samples themselves, λ by generalised cross-validation, Craven and Wahba (1979),
/// doi:10.1007/BF01404567, with the penalty's eigenvalues approximated by (2 sin(π(j - (m-1)/2)/2n))²ᵐ. The smooth
/// samples are differentiated by differences of fourth order. Lines that go round are continued by a quarter at either
/// end.
/// </remarks>
/// <param name="Order">m: the order of the differences that are penalised, above the order of the derivative.</param>
public sealed record SmoothingSpline(int Order) : ILineDifferentiation
{
    private const int Stiffnesses = 41;

    private static readonly CentralDifferences Differences = new(4);

    /// <inheritdoc/>
    public int Margin => 2 * Order;

    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<double> samples, double spacing, int order, bool isPeriodic, Span<double> derivative)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(order, Order - 1);
        var line = Continued.Of(samples, isPeriodic);
        var smooth = Smoothed(line.Values);
        var all = new double[smooth.Length];
        Differences.Apply(smooth, spacing, order, isPeriodic: false, all);
        all.AsSpan(line.First, samples.Length).CopyTo(derivative);
    }

    // The least n‖y - z‖²/(n - tr)² over stiffnesses a third of a decade apart.
    private double[] Smoothed(double[] y)
    {
        var (best, least) = (y, double.PositiveInfinity);
        var n = y.Length;
        for (var step = 0; step < Stiffnesses; step++)
        {
            var stiffness = Math.Pow(10, (step / 3.0) - 3);
            var z = PenalisedLine.Smooth(y, Order, Enumerable.Repeat(stiffness, n - Order).ToArray());
            var residual = y.Zip(z, (a, b) => (a - b) * (a - b)).Sum();
            var score = n * residual / Math.Pow(n - Trace(n, stiffness), 2);
            if (score < least)
            {
                (best, least) = (z, score);
            }
        }

        return best;
    }

    private double Trace(int n, double stiffness)
    {
        var trace = (double)Order;
        for (var j = Order; j < n; j++)
        {
            trace += 1 / (1 + (stiffness * Math.Pow(
                2 * Math.Sin(Math.PI * (j - (0.5 * (Order - 1))) / (2 * n)), 2 * Order)));
        }

        return trace;
    }
}
