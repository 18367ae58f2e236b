using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>
/// How white noise in the fields comes through to the rows of a weak form, products as noisy as they are in the mean.
/// </summary>
/// <remarks>
/// A term with derivatives d reaches the rows through T₀ ⊗ X_d, the target through T₁ ⊗ X₀, so that the rows' covariance
/// is a sum of Kronecker products. Bortz, Messenger and Dukic (2023), doi:10.1007/s11538-023-01208-6, for linear terms.
/// </remarks>
internal sealed class WeakNoise(WeakFields fields, string field)
{
    private readonly Dictionary<(WeakAxis Axis, int A, int B), double[]> overlaps = [];

    /// <summary>The fields.</summary>
    public WeakFields Fields { get; } = fields;

    /// <summary>What the noise makes of products.</summary>
    public NoiseMoments Moments { get; } = new(fields);

    /// <summary>The field under the derivative in time.</summary>
    public WeakPart Target { get; } = new(1, [new FieldPower(field, 1)], 0, 0, 1);

    /// <summary>Standard deviation of the noise in the target's field.</summary>
    public double Deviation => Fields.Deviation(Target.Product[0].Field);

    /// <summary>The noise in the inner products of two columns: to be taken from ΦᵀΦ.</summary>
    public double InGram(WeakGrid grid, WeakTerm one, WeakTerm other)
    {
        var sum = 0.0;
        foreach (var a in one.Parts)
        {
            foreach (var b in other.Parts)
            {
                var covariance = a.Factor * b.Factor * Moments.Covariance(a, b);
                sum += covariance == 0 ? 0 : covariance * AtOnePlace(grid, a, b);
            }
        }

        return grid.Rows * sum;
    }

    /// <summary>
    /// The covariance of the rows of two columns at the places of a grid; null stands for the target.
    /// </summary>
    public Kronecker ColumnCovariance(WeakGrid grid, WeakTerm? one, WeakTerm? other) =>
        Covariance(grid, Pieces(one), Pieces(other));

    private WeakPart[] Pieces(WeakTerm? term) =>
        term is null ? [Target] : [.. term.Parts];

    private Kronecker Covariance(WeakGrid grid, WeakPart[] left, WeakPart[] right)
    {
        var sums = new Dictionary<string, double[][]>();
        var dimensions = grid.Axes.Count - 1;
        foreach (var a in left)
        {
            foreach (var b in right)
            {
                var weight = a.Factor * b.Factor * Moments.Covariance(a, b);
                if (weight != 0)
                {
                    Accumulate(sums, grid, a.Orders(dimensions), b.Orders(dimensions), weight);
                }
            }
        }

        return new Kronecker([.. grid.Axes.Select(axis => axis.Places)], [.. sums.Values]);
    }

    // Products that differ along the last axis alone are one.
    private void Accumulate(Dictionary<string, double[][]> sums, WeakGrid grid, int[] a, int[] b, double weight)
    {
        var last = a.Length - 1;
        var key = string.Join(',', a[..last]) + ";" + string.Join(',', b[..last]);
        var matrix = Overlaps(grid.Axes[last], a[last], b[last]);
        if (!sums.TryGetValue(key, out var part))
        {
            double[][] slow = [.. Enumerable.Range(0, last).Select(axis => Overlaps(grid.Axes[axis], a[axis], b[axis]))];
            part = [.. slow, new double[matrix.Length]];
            sums[key] = part;
        }

        System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(matrix, weight, part[last], part[last]);
    }

    private double AtOnePlace(WeakGrid grid, WeakPart one, WeakPart other)
    {
        var dimensions = grid.Axes.Count - 1;
        var (a, b) = (one.Orders(dimensions), other.Orders(dimensions));
        var product = 1.0;
        for (var axis = 0; axis < a.Length; axis++)
        {
            product *= Overlaps(grid.Axes[axis], a[axis], b[axis])[0];
        }

        return product;
    }

    private double[] Overlaps(WeakAxis axis, int a, int b)
    {
        if (!overlaps.TryGetValue((axis, a, b), out var known))
        {
            known = axis.Overlaps(a, b);
            overlaps[(axis, a, b)] = known;
        }

        return known;
    }
}
