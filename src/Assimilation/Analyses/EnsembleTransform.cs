using System.Numerics.Tensors;
using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>The symmetric square root in the space of the members.</summary>
/// <remarks>
/// With anomalies inflated by l, S = I + l² YYᵀ/(N-1): the mean moves by l² (Y d) S⁻¹ A/(N-1), and the anomalies become
/// l S^(-1/2) A. Hunt, Kostelich and Szunyogh (2007), doi:10.1016/j.physd.2006.11.008, equations 20 to 25.
/// </remarks>
internal sealed class EnsembleTransform : IDisposable
{
    private readonly Spectrum spectrum;
    private readonly int members;

    private EnsembleTransform(Spectrum spectrum, double[] pull, int members)
    {
        this.spectrum = spectrum;
        this.members = members;
        Pull = pull;
    }

    /// <summary>Eigenvalues of YYᵀ/(N-1), shape [members].</summary>
    public ReadOnlySpan<double> Variances => spectrum.Values;

    /// <summary>Y d in the eigenvectors, shape [members].</summary>
    public double[] Pull { get; }

    public static EnsembleTransform Of(Matrix y, ReadOnlySpan<double> innovation)
    {
        using var outer = Matrix.Rent(y.Rows, y.Rows);
        Dense.OuterGram(1.0 / (y.Rows - 1), y, outer);
        return Of(outer, Products(y, innovation));
    }

    /// <summary>The weights without inflation, by products alone where the observations say little.</summary>
    public static void Weights(Matrix y, ReadOnlySpan<double> innovation, Matrix weights)
    {
        using var outer = Matrix.Rent(y.Rows, y.Rows);
        Dense.OuterGram(1.0 / (y.Rows - 1), y, outer);
        var pull = Products(y, innovation);
        if (!InverseRoot.TryCompute(outer, weights))
        {
            using var transform = Of(outer, pull);
            transform.Weights(1, weights);
            return;
        }

        // S⁻¹ is the root applied twice.
        var half = Products(weights, pull);
        var shift = Products(weights, half);
        TensorPrimitives.Multiply(shift, 1.0 / (y.Rows - 1), shift);
        Moments.Shift(weights.Values, 1, shift);
    }

    private static double[] Products(Matrix rows, ReadOnlySpan<double> x)
    {
        var products = new double[rows.Rows];
        for (var m = 0; m < products.Length; m++)
        {
            products[m] = TensorPrimitives.Dot(rows[m], x);
        }

        return products;
    }

    // From YYᵀ/(N-1), which is overwritten, and Y d.
    private static EnsembleTransform Of(Matrix outer, double[] pull)
    {
        var spectrum = Spectrum.Of(outer);
        return new EnsembleTransform(spectrum, spectrum.Project(pull), outer.Rows);
    }

    /// <summary>
    /// Row m of <paramref name="weights"/> gives the new member m as the mean plus weighted anomalies.
    /// </summary>
    public void Weights(double inflation, Matrix weights)
    {
        var images = new double[members];
        var shift = new double[members];
        for (var k = 0; k < members; k++)
        {
            var s = 1 + (inflation * inflation * Math.Max(0, Variances[k]));
            images[k] = inflation / Math.Sqrt(s);
            shift[k] = inflation * inflation * Pull[k] / (s * (members - 1));
        }

        spectrum.Compose(images, weights);
        var mean = new double[members];
        spectrum.Combine(shift, mean);
        Moments.Shift(weights.Values, 1, mean);
    }

    /// <summary>Replaces the ensemble by its mean plus the weighted anomalies.</summary>
    public static void Apply(Matrix weights, States ensemble)
    {
        var mean = new double[ensemble.Size];
        using var anomalies = Anomalies.Of(ensemble, mean);
        for (var m = 0; m < ensemble.Count; m++)
        {
            mean.CopyTo(ensemble[m]);
        }

        Dense.Add(weights, anomalies, ensemble);
    }

    public void Dispose() => spectrum.Dispose();
}
