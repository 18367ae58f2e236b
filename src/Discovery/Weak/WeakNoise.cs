using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>
/// How white noise in the fields comes through to the rows of a weak form: first and second moments of its terms.
/// </summary>
/// <remarks>
/// At one point cov(He_p(U), He_q(U)) = Σ_{k≥1} k! C(p,k) C(q,k) σ^{2k} u^{p+q-2k}, whose mean over the points is taken
/// with the unbiased powers again. A term with derivatives d reaches the rows through T₀ ⊗ X_d, the target through
/// T₁ ⊗ X₀, so that the rows' covariance is a sum of Kronecker products. Bortz, Messenger and Dukic (2023),
/// doi:10.1007/s11538-023-01208-6, for linear terms.
/// </remarks>
internal sealed class WeakNoise(WeakFields fields, string field)
{
    private const int Sample = 20_000;

    private readonly WeakPart target = new(1, [new FieldPower(field, 1)], 0, 0);
    private readonly Dictionary<(string One, string Other), double> covariances = [];
    private readonly Dictionary<(WeakAxis One, WeakAxis Other, int A, int B), double[]> overlaps = [];

    /// <summary>Standard deviation of the noise in the target's field.</summary>
    public double Deviation => fields.Deviation(target.Product[0].Field);

    /// <summary>Mean over the points of the covariance of two products, before any derivative.</summary>
    public double Covariance(WeakPart one, WeakPart other)
    {
        var key = (one.ProductName, other.ProductName);
        if (!covariances.TryGetValue(key, out var known))
        {
            known = OfProducts(one, other);
            covariances[key] = known;
        }

        return one.Factor * other.Factor * known;
    }

    /// <summary>The noise in the inner products of two columns: to be taken from ΦᵀΦ.</summary>
    public double InGram(WeakGrid grid, WeakTerm one, WeakTerm other)
    {
        var sum = 0.0;
        foreach (var a in one.Parts)
        {
            foreach (var b in other.Parts)
            {
                var covariance = Covariance(a, b);
                sum += covariance == 0 ? 0 : covariance * AtOnePlace(grid, a, b);
            }
        }

        return grid.Rows * sum;
    }

    /// <summary>The covariance of the rows of ∂ₜu - Φw for weights, at the places of one grid and another.</summary>
    public Kronecker RowCovariance(
        WeakGrid grid, WeakGrid other, IReadOnlyList<WeakTerm> terms, IReadOnlyList<double> weights)
    {
        Piece[] residual = [.. Pieces(null, 1), .. terms.SelectMany((term, j) => Pieces(term, -weights[j]))];
        return Covariance(grid, other, residual, residual);
    }

    /// <summary>
    /// The covariance of the rows of two columns at the places of a grid; null stands for the target.
    /// </summary>
    public Kronecker ColumnCovariance(WeakGrid grid, WeakTerm? one, WeakTerm? other) =>
        Covariance(grid, grid, Pieces(one, 1), Pieces(other, 1));

    private Piece[] Pieces(WeakTerm? term, double weight) =>
        term is null ? [new Piece(target, 1, weight)] : [.. term.Parts.Select(part => new Piece(part, 0, weight))];

    private Kronecker Covariance(WeakGrid grid, WeakGrid other, Piece[] left, Piece[] right)
    {
        var sums = new Dictionary<string, double[][]>();
        var dimensions = grid.Axes.Count - 1;
        foreach (var a in left)
        {
            foreach (var b in right)
            {
                var weight = a.Weight * b.Weight * Covariance(a.Part, b.Part);
                if (weight != 0)
                {
                    Accumulate(sums, grid, other, [a.InTime, .. a.Part.Orders(dimensions)], [b.InTime, .. b.Part.Orders(dimensions)], weight);
                }
            }
        }

        return new Kronecker(
            [.. grid.Axes.Select(axis => axis.Places)], [.. other.Axes.Select(axis => axis.Places)], [.. sums.Values]);
    }

    // Products that differ along the last axis alone are one.
    private void Accumulate(
        Dictionary<string, double[][]> sums, WeakGrid grid, WeakGrid other, int[] a, int[] b, double weight)
    {
        var last = a.Length - 1;
        var key = string.Join(',', a[..last]) + ";" + string.Join(',', b[..last]);
        var matrix = Overlaps(grid.Axes[last], other.Axes[last], a[last], b[last]);
        if (!sums.TryGetValue(key, out var part))
        {
            double[][] slow = [.. Enumerable.Range(0, last).Select(
                axis => Overlaps(grid.Axes[axis], other.Axes[axis], a[axis], b[axis]))];
            part = [.. slow, new double[matrix.Length]];
            sums[key] = part;
        }

        System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(matrix, weight, part[last], part[last]);
    }

    private double AtOnePlace(WeakGrid grid, WeakPart one, WeakPart other)
    {
        var dimensions = grid.Axes.Count - 1;
        int[] a = [0, .. one.Orders(dimensions)];
        int[] b = [0, .. other.Orders(dimensions)];
        var product = 1.0;
        for (var axis = 0; axis < a.Length; axis++)
        {
            product *= Overlaps(grid.Axes[axis], grid.Axes[axis], a[axis], b[axis])[0];
        }

        return product;
    }

    private double[] Overlaps(WeakAxis one, WeakAxis other, int a, int b)
    {
        if (!overlaps.TryGetValue((one, other, a, b), out var known))
        {
            known = one.Overlaps(other, a, b);
            overlaps[(one, other, a, b)] = known;
        }

        return known;
    }

    private double OfProducts(WeakPart one, WeakPart other)
    {
        string[] names = [.. one.Product.Concat(other.Product).Select(power => power.Field).Distinct()];
        int[] p = [.. names.Select(name => PowerOf(one, name))];
        int[] q = [.. names.Select(name => PowerOf(other, name))];
        double[] variances = [.. names.Select(name => fields.Deviation(name) * fields.Deviation(name))];
        var values = names.Select(name => fields[name].AsMemory()).ToArray();
        var points = fields.Series.Times * fields.Series.Points;
        var (sum, count) = (0.0, 0);
        var stride = Math.Max(1, points / Sample) | 1;
        for (var at = 0; at < points; at += stride)
        {
            var (all, clean) = (1.0, 1.0);
            for (var i = 0; i < names.Length; i++)
            {
                var (mean, product) = Moments(values[i].Span[at], p[i], q[i], variances[i]);
                all *= product;
                clean *= mean;
            }

            sum += all - clean;
            count++;
        }

        return sum / count;
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

    // A part of a column under so many derivatives in time, with its weight in the residual.
    private readonly record struct Piece(WeakPart Part, int InTime, double Weight);

    private static int PowerOf(WeakPart part, string name) =>
        part.Product.Where(power => power.Field == name).Sum(power => power.Power);
}
