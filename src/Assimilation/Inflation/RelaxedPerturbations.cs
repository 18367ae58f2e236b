using System.Numerics.Tensors;
using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>Relaxation to prior perturbations: a share of each forecast anomaly stays after another analysis.</summary>
/// <remarks>
/// Zhang, Snyder and Sun (2004), doi:10.1175/1520-0493(2004)132&lt;1238:IOIEAO&gt;2.0.CO;2, equation 5.
/// </remarks>
/// <param name="Inner">The analysis.</param>
/// <param name="Share">Of the forecast's anomalies, 0 to 1.</param>
public sealed record RelaxedPerturbations(IAnalysis Inner, double Share) : IAnalysis
{
    /// <inheritdoc/>
    public void Update(States ensemble, Observations observations, ReadOnlySpan<double> y, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        using var before = Anomalies.Of(ensemble);
        Inner.Update(ensemble, observations, y, random);
        Spread.Scale(ensemble, 1 - Share);
        TensorPrimitives.MultiplyAdd(before.Values, Share, ensemble.Values, ensemble.Values);
    }
}
