using System.Numerics.Tensors;

namespace Sci.Discovery;

/// <summary>What white noise in the fields makes of their products: covariances, estimated without bias.</summary>
/// <remarks>
/// At one point the products of He_p(U) and He_q(U) over the fields have the covariance Σ_{k≠0} Π k! C(p,k) C(q,k)
/// σ^{2k} u^{p+q-2k}, k a degree a field, and the clean u^m is the mean of He_m(U) once more.
/// </remarks>
internal sealed class NoiseMoments
{
    private const int Sample = 20_000;

    private readonly WeakFields fields;
    private readonly HermiteTable sample;
    private readonly Dictionary<(string One, string Other), double> covariances = [];
    private readonly Dictionary<string, double> means = [];

    public NoiseMoments(WeakFields fields)
    {
        this.fields = fields;
        var stride = Math.Max(1, fields.Series.Times * fields.Series.Points / Sample) | 1;
        var points = ((fields.Series.Times * fields.Series.Points) + stride - 1) / stride;
        sample = new HermiteTable(points, (field, to) => Pick(fields[field].Values, stride, to), fields.Deviation);
    }

    /// <summary>A factor times a Hermite polynomial of every field.</summary>
    public sealed record Summand(double Factor, (string Field, int Degree)[] Degrees);

    /// <summary>
    /// Mean over the points of the covariance of two products, their factors and derivatives left out.
    /// </summary>
    public double Covariance(WeakPart one, WeakPart other)
    {
        var key = (one.ProductName, other.ProductName);
        if (!covariances.TryGetValue(key, out var known))
        {
            known = Summands(one, other).Sum(summand => summand.Factor * Mean(summand.Degrees));
            covariances[key] = covariances[(key.Item2, key.Item1)] = known;
        }

        return known;
    }

    /// <summary>The covariance of two products at a point, as a sum over what they share of the noise.</summary>
    public Summand[] Summands(WeakPart one, WeakPart other)
    {
        IEnumerable<Summand> sum = [new Summand(1, [])];
        foreach (var field in one.Product.Concat(other.Product).Select(power => power.Field).Distinct())
        {
            var (p, q, variance) =
                (PowerOf(one, field), PowerOf(other, field), fields.Deviation(field) * fields.Deviation(field));
            sum = sum.SelectMany(summand => Enumerable.Range(0, Math.Min(p, q) + 1).Select(k => new Summand(
                summand.Factor * Shared(p, q, k, variance), [.. summand.Degrees, (field, p + q - (2 * k))])));
        }

        // The first, k = 0 for every field, is the product of the means.
        return [.. sum.Skip(1).Where(summand => summand.Factor != 0)];
    }

    private double Mean((string Field, int Degree)[] degrees)
    {
        var key = string.Join('*', degrees);
        if (!means.TryGetValue(key, out var known))
        {
            var product = sample.Product(degrees);
            known = TensorPrimitives.Sum<double>(product) / product.Length;
            means[key] = known;
        }

        return known;
    }

    // k! C(p,k) C(q,k) σ^{2k}
    private static double Shared(int p, int q, int k, double variance)
    {
        var factor = 1.0;
        for (var i = 0; i < k; i++)
        {
            factor *= variance * (p - i) * (q - i) / (i + 1);
        }

        return factor;
    }

    private static void Pick(ReadOnlySpan<double> values, int stride, double[] picked)
    {
        for (var i = 0; i < picked.Length; i++)
        {
            picked[i] = values[i * stride];
        }
    }

    private static int PowerOf(WeakPart part, string name) =>
        part.Product.Where(power => power.Field == name).Sum(power => power.Power);
}
