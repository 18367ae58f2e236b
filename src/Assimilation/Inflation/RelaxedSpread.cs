using System.Numerics.Tensors;
using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>
/// Relaxation to prior spread: each value's deviation goes a share of the way back after another analysis.
/// </summary>
/// <remarks>Whitaker and Hamill (2012), doi:10.1175/MWR-D-11-00276.1, equation 2.</remarks>
/// <param name="Inner">The analysis.</param>
/// <param name="Share">Of the way to the forecast's deviation, 0 to 1.</param>
public sealed record RelaxedSpread(IAnalysis Inner, double Share) : IAnalysis
{
    /// <inheritdoc/>
    public void Update(States ensemble, Observations observations, ReadOnlySpan<double> y, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        var before = Spread.Variances(ensemble);
        Inner.Update(ensemble, observations, y, random);
        var factors = Spread.Variances(ensemble);
        for (var i = 0; i < factors.Length; i++)
        {
            factors[i] = factors[i] > 0 ? 1 + (Share * (Math.Sqrt(before[i] / factors[i]) - 1)) : 1;
        }

        var mean = new double[ensemble.Size];
        Moments.Center(ensemble.Values, mean);
        for (var m = 0; m < ensemble.Count; m++)
        {
            TensorPrimitives.MultiplyAdd(ensemble[m], factors, mean, ensemble[m]);
        }
    }
}
