using System.Numerics.Tensors;
using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>
/// Mixes the members after another analysis by a random rotation that keeps their mean and covariance.
/// </summary>
/// <remarks>
/// Sakov and Oke (2008), doi:10.1175/2007MWR2021.1. The rotation is uniform over those that leave (1, …, 1) fixed: a
/// product of random reflections (Stewart, 1980, doi:10.1137/0717034) between two that carry (1, …, 1) to an axis.
/// </remarks>
/// <param name="Inner">The analysis that comes first.</param>
public sealed record Rotated(IAnalysis Inner) : IAnalysis
{
    /// <inheritdoc/>
    public void Update(States ensemble, Observations observations, ReadOnlySpan<double> y, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        ArgumentNullException.ThrowIfNull(random);
        Inner.Update(ensemble, observations, y, random);
        Rotate(ensemble, random["rotation"]);
    }

    private static void Rotate(States ensemble, RandomSource random)
    {
        var members = ensemble.Count;
        var mean = new double[ensemble.Size];
        Moments.Center(ensemble.Values, mean);

        // The reflection in v swaps the unit vector (1, …, 1)/√N and the first axis.
        var v = new double[members];
        Array.Fill(v, -1 / Math.Sqrt(members));
        v[0] += 1;
        Moments.Reflect(ensemble.Values, ensemble.Size, v);
        for (var first = 1; first < members; first++)
        {
            var normal = v.AsSpan(first);
            random.Normals(normal);
            var sign = Math.CopySign(1, normal[0]);
            normal[0] += sign * TensorPrimitives.Norm<double>(normal);
            Moments.Reflect(ensemble.Values[(first * ensemble.Size)..], ensemble.Size, normal);
            if (sign > 0)
            {
                TensorPrimitives.Negate(ensemble[first], ensemble[first]);
            }
        }

        Array.Fill(v, -1 / Math.Sqrt(members));
        v[0] += 1;
        Moments.Reflect(ensemble.Values, ensemble.Size, v);
        Moments.Shift(ensemble.Values, 1, mean);
    }
}
