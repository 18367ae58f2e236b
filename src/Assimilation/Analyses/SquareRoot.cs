using System.Numerics.Tensors;
using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>The ensemble transform Kalman filter with the symmetric square root.</summary>
/// <remarks>
/// Draws nothing and keeps the mean exactly. Bishop, Etherton and Majumdar (2001), and Hunt, Kostelich and Szunyogh
/// (2007), doi:10.1016/j.physd.2006.11.008. With more members than observations the same transform is taken in the
/// space of the observations: A - Y (C + √C)⁻¹ YᵀA/(N-1), C = I + YᵀY/(N-1).
/// </remarks>
public sealed record SquareRoot : IAnalysis
{
    /// <inheritdoc/>
    public void Update(States ensemble, Observations observations, ReadOnlySpan<double> y, RandomSource random)
    {
        Check.Shapes(ensemble, observations, y);
        if (observations.Count == 0)
        {
            return;
        }

        using var prior = Prior.Of(ensemble, observations, y);
        if (ensemble.Count <= observations.Count)
        {
            using var weights = Matrix.Rent(ensemble.Count, ensemble.Count);
            EnsembleTransform.Weights(prior.Y, prior.Innovation, weights);
            EnsembleTransform.Apply(weights, ensemble);
        }
        else
        {
            FromObservations(ensemble, observations, prior);
        }
    }

    // Every member moves by (d C⁻¹ - Y (C + √C)⁻¹) G, G = YᵀA/(N-1).
    private static void FromObservations(States ensemble, Observations observations, Prior prior)
    {
        var (members, count) = (prior.Y.Rows, prior.Y.Columns);
        using var gram = Matrix.Rent(count, count);
        Dense.Gram(1.0 / (members - 1), prior.Y, gram);
        using var cross = Cross.Of(ensemble, observations, prior.Y, gram);
        using var root = Matrix.Rent(count, count);
        using var response = Matrix.Rent(count, ensemble.Size);
        if (observations is { Operator: Everything, Errors: IndependentErrors errors }
            && InverseRoot.TryCompute(gram, root))
        {
            Shift(ensemble, cross, Twice(root, prior.Innovation));
            Respond(root, errors.Deviations, response);
        }
        else
        {
            using var spectrum = Spectrum.Of(gram);
            Shift(ensemble, cross, Decompose(spectrum, prior.Innovation, root));
            Dense.Product(root, cross, response);
        }

        Dense.Add(prior.Y, response, ensemble);
    }

    // C⁻¹ d by the spectrum of C - I, and -(C + √C)⁻¹.
    private static double[] Decompose(Spectrum spectrum, double[] d, Matrix root)
    {
        var images = spectrum.Values.ToArray();
        var pull = spectrum.Project(d);
        for (var k = 0; k < images.Length; k++)
        {
            var c = 1 + Math.Max(0, images[k]);
            images[k] = -1 / (c + Math.Sqrt(c));
            pull[k] /= c;
        }

        spectrum.Compose(images, root);
        var solved = new double[d.Length];
        spectrum.Combine(pull, solved);
        return solved;
    }

    // All is seen, so that (C + √C)⁻¹ G is (I - C^(-1/2)) times the deviations of the errors.
    private static void Respond(Matrix root, ReadOnlySpan<double> deviations, Matrix response)
    {
        for (var j = 0; j < root.Rows; j++)
        {
            TensorPrimitives.Multiply(root[j], deviations, response[j]);
            response[j][j] -= deviations[j];
        }
    }

    private static double[] Twice(Matrix root, ReadOnlySpan<double> d)
    {
        var (half, whole) = (new double[d.Length], new double[d.Length]);
        for (var j = 0; j < half.Length; j++)
        {
            half[j] = TensorPrimitives.Dot(root[j], d);
        }

        for (var j = 0; j < whole.Length; j++)
        {
            whole[j] = TensorPrimitives.Dot<double>(root[j], half);
        }

        return whole;
    }

    private static void Shift(States ensemble, Matrix cross, double[] solved)
    {
        var shift = new double[ensemble.Size];
        for (var j = 0; j < solved.Length; j++)
        {
            TensorPrimitives.MultiplyAdd(cross[j], solved[j], shift, shift);
        }

        Moments.Shift(ensemble.Values, 1, shift);
    }
}
