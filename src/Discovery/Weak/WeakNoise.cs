using System.Collections.Concurrent;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>How white noise in the fields comes through to the rows of a weak form: first and second moments of its terms.</summary>
/// <remarks>
/// At one point cov(He_p(U), He_q(U)) = Σ_{k≥1} k! C(p,k) C(q,k) σ^{2k} u^{p+q-2k}, whose mean over the points is taken
/// with the unbiased powers again. A term with derivative order d reaches the rows through X_d ⊗ T_0, the target through
/// X_0 ⊗ T_1, so that the rows' covariance is a sum of Kronecker products. Bortz, Messenger and Dukic (2023),
/// doi:10.1007/s11538-023-01208-6, for linear terms.
/// </remarks>
internal sealed class WeakNoise
{
    private const int Sample = 20_000;

    private readonly FieldSeries series;
    private readonly WeakTerm target;
    private readonly ConcurrentDictionary<(string One, string Other), double> covariances;

    public WeakNoise(FieldSeries series, string field, IReadOnlyDictionary<string, double> deviations, WeakGrid grid)
        : this(series, new WeakTerm(1, [new FieldPower(field, 1)], 0), deviations, grid, [])
    {
    }

    private WeakNoise(
        FieldSeries series,
        WeakTerm target,
        IReadOnlyDictionary<string, double> deviations,
        WeakGrid grid,
        ConcurrentDictionary<(string One, string Other), double> covariances)
    {
        (this.series, this.target, Deviations, Grid, this.covariances) = (series, target, deviations, grid, covariances);
    }

    public WeakGrid Grid { get; }

    /// <summary>Standard deviation of the noise in each field.</summary>
    public IReadOnlyDictionary<string, double> Deviations { get; }

    /// <summary>The same noise at other places; what was computed is shared.</summary>
    public WeakNoise At(WeakGrid grid) => new(series, target, Deviations, grid, covariances);

    /// <summary>Mean over the points of the covariance of two terms' integrands, before any derivative.</summary>
    public double Covariance(WeakTerm one, WeakTerm other)
    {
        var key = (string.Join('*', one.Product), string.Join('*', other.Product));
        return one.Factor * other.Factor * covariances.GetOrAdd(key, _ => OfProducts(one, other));
    }

    /// <summary>The noise in the inner products of two columns: to be taken from ΦᵀΦ.</summary>
    public double InGram(WeakTerm one, WeakTerm other)
    {
        var time = Inner(Grid.InTime, 0, 0, 0);
        return Grid.Rows * Covariance(one, other) * time * Inner(Grid.InSpace, one.Order, other.Order, 0);
    }

    /// <summary>The terms of the rows' covariance for weights: pairs of matrices whose Kronecker products add up to it.</summary>
    public IReadOnlyList<(double[] Time, double[] Space)> RowCovariance(IReadOnlyList<WeakTerm> terms, IReadOnlyList<double> weights)
    {
        var (time, space) = (Grid.PlacesInTime, Grid.PlacesInSpace);
        var parts = new double[2, 2][];
        for (var a = -1; a < terms.Count; a++)
        {
            for (var b = -1; b < terms.Count; b++)
            {
                var (one, other) = (a < 0 ? target : terms[a], b < 0 ? target : terms[b]);
                var weight = (a < 0 ? 1 : -weights[a]) * (b < 0 ? 1 : -weights[b]) * Covariance(one, other);
                var part = parts[a < 0 ? 1 : 0, b < 0 ? 1 : 0] ??= new double[space * space];
                AddToeplitz(part, space, weight, Grid.InSpace, one.Order, other.Order, Grid.StrideInSpace);
            }
        }

        var sum = new List<(double[], double[])>();
        for (var a = 0; a < 2; a++)
        {
            for (var b = 0; b < 2; b++)
            {
                if (parts[a, b] is { } part)
                {
                    var inTime = new double[time * time];
                    AddToeplitz(inTime, time, 1, Grid.InTime, a, b, Grid.StrideInTime);
                    sum.Add((inTime, part));
                }
            }
        }

        return sum;
    }

    private double OfProducts(WeakTerm one, WeakTerm other)
    {
        string[] fields = [.. one.Product.Concat(other.Product).Select(power => power.Field).Distinct()];
        int[] p = [.. fields.Select(field => PowerOf(one, field))];
        int[] q = [.. fields.Select(field => PowerOf(other, field))];
        double[] variances = [.. fields.Select(field => Deviations[field] * Deviations[field])];
        States[] values = [.. fields.Select(field => series[field])];
        var (sum, count) = (0.0, 0);
        var stride = Math.Max(1, series.Times * series.Points / Sample) | 1;
        for (var at = 0; at < series.Times * series.Points; at += stride)
        {
            var (all, clean) = (1.0, 1.0);
            for (var field = 0; field < fields.Length; field++)
            {
                var (mean, product) = Moments(values[field].Values[at], p[field], q[field], variances[field]);
                all *= product;
                clean *= mean;
            }

            sum += all - clean;
            count++;
        }

        return sum / count;
    }

    // Σ over points of (-∂)^a φ at one place times (-∂)^b φ at a place shifted by so many points.
    private static double Inner(TestFunction phi, int a, int b, int shift)
    {
        var x = phi.Derivative(a);
        var y = phi.Derivative(b);
        var sum = 0.0;
        for (var k = Math.Max(0, shift); k < Math.Min(x.Length, y.Length + shift); k++)
        {
            sum += x[k] * y[k - shift];
        }

        return sum * phi.Spacing * phi.Spacing * ((a + b) % 2 == 0 ? 1 : -1);
    }

    // The inner products depend on the distance of two places alone.
    private static void AddToeplitz(double[] sum, int size, double weight, TestFunction phi, int a, int b, int stride)
    {
        for (var shift = 1 - size; shift < size; shift++)
        {
            var value = weight * Inner(phi, a, b, shift * stride);
            for (var i = Math.Max(0, -shift); i < Math.Min(size, size - shift); i++)
            {
                sum[(i * size) + i + shift] += value;
            }
        }
    }

    // u^{p+q}, and the mean of He_p(U) He_q(U) about the clean u, both from one noisy value, unbiased.
    private static (double Clean, double Product) Moments(double u, int p, int q, double variance)
    {
        var (clean, product, factor) = (WeakSystem.Hermite(u, p + q, variance), 0.0, 1.0);
        for (var k = 0; k <= Math.Min(p, q); k++)
        {
            product += factor * (k == 0 ? clean : WeakSystem.Hermite(u, p + q - (2 * k), variance));
            factor *= variance * (p - k) * (q - k) / (k + 1);
        }

        return (clean, product);
    }

    private static int PowerOf(WeakTerm term, string field) =>
        term.Product.Where(power => power.Field == field).Sum(power => power.Power);
}
