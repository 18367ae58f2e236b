using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>Additive inflation: white noise of mean zero on the members before another analysis.</summary>
/// <remarks>
/// Mitchell and Houtekamer (2000), doi:10.1175/1520-0493(2000)128&lt;0416:AAEKF&gt;2.0.CO;2, with Q = σ² I.
/// </remarks>
/// <param name="Inner">The analysis that comes after.</param>
/// <param name="Deviation">σ, in the units of the state.</param>
public sealed record Perturbed(IAnalysis Inner, double Deviation) : IAnalysis
{
    /// <inheritdoc/>
    public void Update(States ensemble, Observations observations, ReadOnlySpan<double> y, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        ArgumentNullException.ThrowIfNull(random);
        using var noise = Matrix.Rent(ensemble.Count, ensemble.Size);
        random["inflation"].Normals(noise.Values);
        Moments.Center(noise.Values, new double[ensemble.Size]);
        var factor = Deviation * Math.Sqrt(ensemble.Count / (ensemble.Count - 1.0));
        for (var i = 0; i < noise.Values.Length; i++)
        {
            ensemble.Values[i] += factor * noise.Values[i];
        }

        Inner.Update(ensemble, observations, y, random);
    }
}
