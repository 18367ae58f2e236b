using System.Numerics.Tensors;
using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>
/// Mixes the members after another analysis by one random reflection that keeps their mean and covariance.
/// </summary>
/// <remarks>
/// Cheaper than the rotation of <see cref="Rotated"/> by as many times as there are members. E ← E - 2 v vᵀE/vᵀv, v a
/// draw from N(0, I) without its mean. Enough for <see cref="TriangularSquareRoot"/>, whose members would otherwise
/// keep their order, and the first ones less than their share of the analysis.
/// </remarks>
/// <param name="Inner">The analysis that comes first.</param>
public sealed record Reflected(IAnalysis Inner) : IAnalysis
{
    /// <inheritdoc/>
    public void Update(States ensemble, Observations observations, ReadOnlySpan<double> y, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        ArgumentNullException.ThrowIfNull(random);
        Inner.Update(ensemble, observations, y, random);
        var v = new double[ensemble.Count];
        random["reflection"].Normals(v);
        TensorPrimitives.Subtract(v, TensorPrimitives.Average<double>(v), v);
        Moments.Reflect(ensemble.Values, ensemble.Size, v);
    }
}
