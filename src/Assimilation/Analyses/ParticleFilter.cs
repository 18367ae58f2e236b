using System.Numerics.Tensors;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>
/// The bootstrap particle filter: members are drawn again in proportion to their likelihood, then kept apart.
/// </summary>
/// <remarks>
/// Gordon, Salmond and Smith (1993), doi:10.1049/ip-f-2.1993.0015, with systematic resampling (Kitagawa, 1996), and
/// copies kept apart by a Gaussian kernel after it (Musso, Oudjane and Le Gland, 2001,
/// doi:10.1007/978-1-4757-3437-9_12), shrunk so that mean and covariance stay (West, 1993, Journal of the
/// Royal Statistical Society B 55, 409). It suits states of a few values: a state by state matrix is formed.
/// </remarks>
public sealed record ParticleFilter : IAnalysis
{
    // Standard deviations of χ² by which an innovation is too large for a filter that has not lost the truth.
    private const double Doubt = 15;

    /// <summary>
    /// Deviation of the kernel as a share of the deviation of the members drawn, from 0, none, to 1, a Gaussian
    /// ensemble; (4/((n + 2) N))^(1/(n + 4)) is best for N members of a Gaussian in n dimensions.
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

        Widen(ensemble, observations, y);
        Draw(ensemble, Weights(ensemble, observations, y), random.Uniform());
        if (Jitter > 0)
        {
            Smooth(ensemble, random);
        }
    }

    // Member m is the one at which the weights add up to (m + start)/N.
    private static void Draw(States ensemble, double[] weights, double start)
    {
        var before = ensemble.Clone();
        var (chosen, sum) = (0, weights[0]);
        for (var m = 0; m < ensemble.Count; m++)
        {
            var point = (m + start) / ensemble.Count;
            while (sum < point && chosen < weights.Length - 1)
            {
                sum += weights[++chosen];
            }

            before[chosen].CopyTo(ensemble[m]);
        }
    }

    private void Smooth(States ensemble, RandomSource random)
    {
        var drawn = Background.Of(ensemble);
        var shrink = Math.Sqrt(1 - (Jitter * Jitter));
        var shares = new double[drawn.Factor.Count];
        for (var m = 0; m < ensemble.Count; m++)
        {
            var member = ensemble[m];
            TensorPrimitives.Subtract(member, drawn.Mean, member);
            TensorPrimitives.MultiplyAdd(member, shrink, drawn.Mean, member);
            random.Normals(shares);
            for (var k = 0; k < shares.Length; k++)
            {
                TensorPrimitives.MultiplyAdd(drawn.Factor[k], Jitter * shares[k], member, member);
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

    // Anomalies times λ where the innovation d, in units of the errors, is not one of members and errors as they are:
    // E[dᵀd] = p + λ² tr(YᵀY)/(N-1) for p observations.
    private static void Widen(States ensemble, Observations observations, ReadOnlySpan<double> y)
    {
        using var prior = Prior.Of(ensemble, observations, y);
        var count = prior.Innovation.Length;
        var innovation = TensorPrimitives.SumOfSquares<double>(prior.Innovation);
        var spread = TensorPrimitives.SumOfSquares<double>(prior.Y.Values) / (ensemble.Count - 1);
        if (spread > 0 && innovation > (1 + (Doubt * Math.Sqrt(2.0 / count))) * (count + spread))
        {
            Spread.Scale(ensemble, Math.Sqrt((innovation - count) / spread));
        }
    }
}
