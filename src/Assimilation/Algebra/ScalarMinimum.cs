namespace Sci.Assimilation.Algebra;

/// <summary>The lowest point of a smooth function of one variable.</summary>
internal static class ScalarMinimum
{
    private const int Samples = 40;

    /// <summary>
    /// Brackets the lowest of equally spaced samples, then halves the bracket by the sign of the derivative.
    /// </summary>
    public static double Of(Func<double, double> f, Func<double, double> derivative, double low, double high)
    {
        var step = (high - low) / Samples;
        var (best, value) = (low, f(low));
        for (var i = 1; i <= Samples; i++)
        {
            var x = low + (i * step);
            var fx = f(x);
            if (fx < value)
            {
                (best, value) = (x, fx);
            }
        }

        var (a, b) = (Math.Max(low, best - step), Math.Min(high, best + step));
        while (b - a > 1e-12)
        {
            var middle = (a + b) / 2;
            (a, b) = derivative(middle) > 0 ? (a, middle) : (middle, b);
        }

        return (a + b) / 2;
    }
}
