namespace Sci.Surrogates;

/// <summary>
/// A number with its derivatives along the coordinates: truncated Taylor arithmetic in double precision.
/// </summary>
/// <remarks>
/// Embeddings, boundary functions and exact solutions are written once as formulas of jets and bring their derivatives
/// with them. Recurrences as in Griewank and Walther (2008), Evaluating Derivatives, chapter 13; coefficients are
/// derivatives over factorials.
/// </remarks>
public sealed class Jet
{
    private static readonly double[] Factorials = [1, 1, 2, 6, 24];

    private readonly JetLayout layout;
    private readonly double[] series;

    private Jet(JetLayout layout, double[] series) => (this.layout, this.series) = (layout, series);

    /// <summary>The value.</summary>
    public double Value => series[0];

    /// <summary>A derivative, by its channel in the layout.</summary>
    public double this[int channel] => series[channel] * Factorials[OrderOf(channel)];

    /// <summary>A number that depends on no coordinate.</summary>
    public static Jet Constant(JetLayout layout, double value)
    {
        ArgumentNullException.ThrowIfNull(layout);
        var series = new double[layout.Channels];
        series[0] = value;
        return new Jet(layout, series);
    }

    /// <summary>The coordinate itself.</summary>
    public static Jet Coordinate(JetLayout layout, int coordinate, double value)
    {
        var jet = Constant(layout, value);
        if (layout.Orders[coordinate] > 0)
        {
            jet.series[layout[coordinate, 1]] = 1;
        }

        return jet;
    }

    /// <summary>A function of one coordinate, from its value and derivatives there.</summary>
    public static Jet Of(JetLayout layout, int coordinate, ReadOnlySpan<double> derivatives)
    {
        var jet = Constant(layout, derivatives[0]);
        for (var k = 1; k <= layout.Orders[coordinate]; k++)
        {
            jet.series[layout[coordinate, k]] = derivatives[k] / Factorials[k];
        }

        return jet;
    }

    /// <summary>Sum.</summary>
    public static Jet operator +(Jet a, Jet b) => Combine(a, 1, b, 1);

    /// <summary>Difference.</summary>
    public static Jet operator -(Jet a, Jet b) => Combine(a, 1, b, -1);

    /// <summary>Sum with a constant.</summary>
    public static Jet operator +(Jet a, double b) => a + Constant(a.layout, b);

    /// <summary>Difference from a constant.</summary>
    public static Jet operator -(double a, Jet b) => Constant(b.layout, a) - b;

    /// <summary>Multiple.</summary>
    public static Jet operator *(double a, Jet b) => Combine(b, a, b, 0);

    /// <summary>Product (Leibniz).</summary>
    public static Jet operator *(Jet a, Jet b) =>
        Recurrence(a.layout, a.Value * b.Value, (k, at, _) => Sum(0, k, j => at(a, j) * at(b, k - j)));

    /// <summary>Quotient.</summary>
    public static Jet operator /(Jet a, Jet b) =>
        Recurrence(
            a.layout, a.Value / b.Value, (k, at, q) => (at(a, k) - Sum(0, k - 1, j => q[j] * at(b, k - j))) / b.Value);

    /// <summary>Sine.</summary>
    public static Jet Sin(Jet a) => Wave(a, 0);

    /// <summary>Cosine.</summary>
    public static Jet Cos(Jet a) => Wave(a, Math.PI / 2);

    /// <summary>Exponential.</summary>
    public static Jet Exp(Jet a) =>
        Recurrence(a.layout, Math.Exp(a.Value), (k, at, e) => Sum(1, k, j => j * at(a, j) * e[k - j]) / k);

    /// <summary>Hyperbolic tangent, by y' = (1 - y²) a'.</summary>
    public static Jet Tanh(Jet a) => Recurrence(a.layout, Math.Tanh(a.Value), (k, at, y) =>
        Sum(1, k, j => j * at(a, j) * ((j == k ? 1 : 0) - Sum(0, k - j, i => y[i] * y[k - j - i]))) / k);

    // d²w/da² = -w, so that sin⁽ᵏ⁾ = sin(a + kπ/2): Faà di Bruno by the pair (w, w').
    private static Jet Wave(Jet a, double phase)
    {
        var series = new double[a.series.Length];
        series[0] = Math.Sin(a.Value + phase);
        Span<double> s = stackalloc double[JetLayout.MostOrder + 1];
        Span<double> c = stackalloc double[JetLayout.MostOrder + 1];
        for (var d = 0; d < a.layout.Coordinates; d++)
        {
            (s[0], c[0]) = (series[0], Math.Cos(a.Value + phase));
            for (var k = 1; k <= a.layout.Orders[d]; k++)
            {
                (s[k], c[k]) = (0, 0);
                for (var j = 1; j <= k; j++)
                {
                    var slope = j * a.At(d, j) / k;
                    s[k] += slope * c[k - j];
                    c[k] -= slope * s[k - j];
                }

                series[a.layout[d, k]] = s[k];
            }
        }

        return new Jet(a.layout, series);
    }

    private static Jet Combine(Jet a, double x, Jet b, double y)
    {
        var series = new double[a.series.Length];
        for (var i = 0; i < series.Length; i++)
        {
            series[i] = (x * a.series[i]) + (y * b.series[i]);
        }

        return new Jet(a.layout, series);
    }

    // Coefficient k along one coordinate from the operands' and its own lower ones.
    private static Jet Recurrence(
        JetLayout layout, double value, Func<int, Func<Jet, int, double>, double[], double> next)
    {
        var series = new double[layout.Channels];
        series[0] = value;
        for (var d = 0; d < layout.Coordinates; d++)
        {
            var coordinate = d;
            double At(Jet jet, int k) => jet.At(coordinate, k);
            var own = new double[JetLayout.MostOrder + 1];
            own[0] = value;
            for (var k = 1; k <= layout.Orders[d]; k++)
            {
                series[layout[d, k]] = own[k] = next(k, At, own);
            }
        }

        return new Jet(layout, series);
    }

    private static double Sum(int first, int last, Func<int, double> term)
    {
        var sum = 0.0;
        for (var j = first; j <= last; j++)
        {
            sum += term(j);
        }

        return sum;
    }

    private double At(int coordinate, int order) => series[layout[coordinate, order]];

    private int OrderOf(int channel)
    {
        var d = 0;
        for (channel -= 1; channel >= 0 && channel >= layout.Orders[d]; d++)
        {
            channel -= layout.Orders[d];
        }

        return channel + 1;
    }
}
