using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>
/// How white noise in the fields comes through to the rows of a weak form, products as noisy as they are in the mean.
/// </summary>
/// <remarks>
/// A term with derivatives d reaches the rows through T₀ ⊗ X_d, the target through T₁ ⊗ X₀, so that the rows'
/// covariance is a sum of Kronecker products. Bortz, Messenger and Dukic (2023), doi:10.1007/s11538-023-01208-6, for
/// linear terms.
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
    /// Adds the covariance of the rows of two columns at the places of a grid to a table of <see cref="Toeplitz"/>;
    /// null stands for the target.
    /// </summary>
    public void AddCovariance(WeakGrid grid, WeakTerm? one, WeakTerm? other, Span<double> table)
    {
        var dimensions = grid.Axes.Count - 1;
        foreach (var a in Pieces(one))
        {
            foreach (var b in Pieces(other))
            {
                var weight = a.Factor * b.Factor * Moments.Covariance(a, b);
                if (weight != 0)
                {
                    Toeplitz.AddProduct(Lines(grid, a.Orders(dimensions), b.Orders(dimensions)), weight, table);
                }
            }
        }
    }

    private IReadOnlyList<WeakPart> Pieces(WeakTerm? term) => term is null ? [Target] : term.Parts;

    private double[][] Lines(WeakGrid grid, int[] a, int[] b) =>
        [.. grid.Axes.Select((axis, i) => Overlaps(axis, a[i], b[i]))];

    private double AtOnePlace(WeakGrid grid, WeakPart one, WeakPart other)
    {
        var dimensions = grid.Axes.Count - 1;
        var (a, b) = (one.Orders(dimensions), other.Orders(dimensions));
        return Lines(grid, a, b).Aggregate(1.0, (product, line) => product * line[line.Length / 2]);
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
