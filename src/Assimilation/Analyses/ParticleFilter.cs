using System.Numerics.Tensors;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>
/// The bootstrap particle filter: members are drawn again in proportion to their likelihood, then jittered.
/// </summary>
/// <remarks>
/// Gordon, Salmond and Smith (1993), doi:10.1049/ip-f-2.1993.0015, with systematic resampling (Kitagawa, 1996). The
/// jitter keeps copies apart; it suits states of a few values (a state by state matrix is formed).
/// </remarks>
public sealed record ParticleFilter : IAnalysis
{
    /// <summary>
    /// Deviation of the jitter as a share of the forecast's; the jitter has the forecast's correlations.
    /// </summary>
    public required double Jitter { get; init; }

    /// <inheritdoc/>
    public void Update(States ensemble, Observations observations, ReadOnlySpan<double> y, RandomSource random)
    {
        Check.Shapes(ensemble, observations, y);
        ArgumentNullException.ThrowIfNull(random);
        if (observations.Count == 0)
        {
            return;
        }

        var weights = Weights(ensemble, observations, y);
        var factor = Background.Of(ensemble).Factor;
        var before = ensemble.Clone();
        var (chosen, sum, point) = (0, weights[0], random.Uniform() / ensemble.Count);
        var shares = new double[factor.Count];
        for (var m = 0; m < ensemble.Count; m++, point += 1.0 / ensemble.Count)
        {
            while (sum < point && chosen < weights.Length - 1)
            {
                sum += weights[++chosen];
            }

            before[chosen].CopyTo(ensemble[m]);
            random.Normals(shares);
            for (var k = 0; k < shares.Length; k++)
            {
                TensorPrimitives.MultiplyAdd(factor[k], Jitter * shares[k], ensemble[m], ensemble[m]);
            }
        }
    }

    private static double[] Weights(States ensemble, Observations observations, ReadOnlySpan<double> y)
    {
        using var prior = Prior.Of(ensemble, observations, y);
        var weights = new double[ensemble.Count];
        for (var m = 0; m < weights.Length; m++)
        {
            var distance = TensorPrimitives.Distance<double>(prior.Innovation, prior.Y[m]);
            weights[m] = -0.5 * distance * distance;
        }

        TensorPrimitives.SoftMax<double>(weights, weights);
        return weights;
    }
}
