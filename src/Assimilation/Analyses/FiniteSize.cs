using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>
/// What the two forms of the finite-size filter share: a square root update of inflated prior anomalies.
/// </summary>
internal static class FiniteSize
{
    public static void Update(
        States ensemble, Observations observations, ReadOnlySpan<double> y, Func<EnsembleTransform, double> inflation)
    {
        Check.Shapes(ensemble, observations, y);
        if (observations.Count == 0)
        {
            return;
        }

        using var prior = Prior.Of(ensemble, observations, y);
        using var transform = EnsembleTransform.Of(prior.Y, prior.Innovation);
        using var weights = Matrix.Rent(ensemble.Count, ensemble.Count);
        transform.Weights(inflation(transform), weights);
        EnsembleTransform.Apply(weights, ensemble);
    }
}
