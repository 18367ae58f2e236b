using System.Numerics.Tensors;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>The finite-size filter EnKF-N, from the minimum over the weights of the members.</summary>
/// <remarks>
/// Bocquet (2011), doi:10.5194/npg-18-735-2011: J(w) = ½|d - wY|² + ½(N-1) c ln(e + |w|²) by Newton's method in the
/// eigenvectors of YYᵀ; the inflation is then l² = (e + |w|²)/c.
/// </remarks>
public sealed record FiniteSizePrimal : IAnalysis
{
    private const int MostIterations = 100;

    /// <summary>
    /// Certainty of the hyperprior: 1 for an ensemble of independent draws, above for milder sampling errors.
    /// </summary>
    public required double Certainty { get; init; }

    /// <inheritdoc/>
    public void Update(States ensemble, Observations observations, ReadOnlySpan<double> y, RandomSource random) =>
        FiniteSize.Update(ensemble, observations, y, Inflation);

    private double Inflation(EnsembleTransform transform)
    {
        var hyper = HyperPrior.Of(transform.Variances, Certainty);
        var w = new double[transform.Pull.Length];
        for (var iteration = 0; iteration < MostIterations; iteration++)
        {
            var step = Step(transform, hyper, w);
            var length = 1.0;
            var now = Cost(transform, hyper, w);
            var next = Moved(w, step, length);
            while (Cost(transform, hyper, next) > now && length > 1e-3)
            {
                length /= 2;
                next = Moved(w, step, length);
            }

            w = next;
            if (TensorPrimitives.Norm<double>(step) < 1e-12)
            {
                break;
            }
        }

        return Math.Sqrt((hyper.E + TensorPrimitives.SumOfSquares<double>(w)) / hyper.C);
    }

    private static double[] Moved(double[] w, double[] step, double length)
    {
        var next = new double[w.Length];
        TensorPrimitives.MultiplyAdd(step, length, w, next);
        return next;
    }

    private static double Cost(EnsembleTransform transform, HyperPrior hyper, double[] w)
    {
        double n1 = w.Length - 1;
        var sum = 0.5 * n1 * hyper.C * Math.Log(hyper.E + TensorPrimitives.SumOfSquares<double>(w));
        for (var k = 0; k < w.Length; k++)
        {
            sum += w[k] * ((0.5 * n1 * transform.Variances[k] * w[k]) - transform.Pull[k]);
        }

        return sum;
    }

    // The Hessian is D - r w wᵀ, D diagonal, inverted after Sherman and Morrison; where it is not definite, by D alone.
    private static double[] Step(EnsembleTransform transform, HyperPrior hyper, double[] w)
    {
        double n1 = w.Length - 1;
        var norm = hyper.E + TensorPrimitives.SumOfSquares<double>(w);
        var zeta = n1 * hyper.C / norm;
        var (step, image) = (new double[w.Length], new double[w.Length]);
        for (var k = 0; k < w.Length; k++)
        {
            var d = (n1 * Math.Max(0, transform.Variances[k])) + zeta;
            step[k] = (transform.Pull[k] / d) - w[k];
            image[k] = w[k] / d;
        }

        var r = 2 * zeta / norm;
        var rest = 1 - (r * TensorPrimitives.Dot<double>(w, image));
        if (rest > 0)
        {
            TensorPrimitives.MultiplyAdd(image, r * TensorPrimitives.Dot<double>(w, step) / rest, step, step);
        }

        return step;
    }
}
