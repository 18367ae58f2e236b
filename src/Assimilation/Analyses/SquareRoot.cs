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
        using var spectrum = Spectrum.Of(gram);
        var images = new double[count];
        var pull = spectrum.Project(prior.Innovation);
        for (var k = 0; k < count; k++)
        {
            var c = 1 + Math.Max(0, spectrum.Values[k]);
            images[k] = -1 / (c + Math.Sqrt(c));
            pull[k] /= c;
        }

        spectrum.Compose(images, gram);
        spectrum.Combine(pull, prior.Innovation);
        var shift = new double[ensemble.Size];
        for (var j = 0; j < count; j++)
        {
            TensorPrimitives.MultiplyAdd(cross[j], prior.Innovation[j], shift, shift);
        }

        using var response = Matrix.Rent(count, ensemble.Size);
        Dense.Product(gram, cross, response);
        Moments.Shift(ensemble.Values, 1, shift);
        Dense.Add(prior.Y, response, ensemble);
    }
}
