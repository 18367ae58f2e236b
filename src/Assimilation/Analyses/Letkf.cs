using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Numerics;
using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>The local ensemble transform Kalman filter: a square root filter of its own at every grid point.</summary>
/// <remarks>
/// Hunt, Kostelich and Szunyogh (2007), doi:10.1016/j.physd.2006.11.008. The inverse error variances of the
/// observations are multiplied by the taper of their distance; all fields at a point share its transform.
/// </remarks>
public sealed record Letkf : IAnalysis
{
    // Groups of points that one thread takes in one go.
    private const int Block = 8;

    /// <summary>Which observations count where, and how much.</summary>
    public required Localization Localization { get; init; }

    /// <summary>Threads that share the points; the bytes do not depend on it.</summary>
    public int Threads { get; init; } = Workers.Limit;

    /// <inheritdoc/>
    public void Update(States ensemble, Observations observations, ReadOnlySpan<double> y, RandomSource random)
    {
        Check.Shapes(ensemble, observations, y);
        if (observations.Count == 0)
        {
            return;
        }

        var around = Localization.ObservationsAround(observations);
        using var prior = Prior.Of(ensemble, observations, y);
        using var seen = Transposed(prior.Y);
        var mean = new double[ensemble.Size];
        using var anomalies = Anomalies.Of(ensemble, mean);
        var lanes = LocalTransforms.Lanes;
        Work.InBlocks(around.Length, Block * lanes, Threads, (first, end) =>
        {
            var transforms = new LocalTransforms(seen, prior.Innovation);
            for (var point = first; point < end; point += lanes)
            {
                var count = Math.Min(lanes, end - point);
                transforms.Prepare(around.AsSpan(point, count));
                Move(ensemble, anomalies, mean, transforms, point, count);
            }
        });
    }

    private static Matrix Transposed(Matrix y)
    {
        var transposed = Matrix.Rent(y.Columns, y.Rows);
        for (var m = 0; m < y.Rows; m++)
        {
            for (var j = 0; j < y.Columns; j++)
            {
                transposed[j][m] = y[m][j];
            }
        }

        return transposed;
    }

    // All fields at the points from one on; lanes beyond the last point carry zeros.
    private void Move(
        States ensemble, Matrix anomalies, double[] mean, LocalTransforms transforms, int point, int count)
    {
        var lanes = LocalTransforms.Lanes;
        Span<double> local = new double[ensemble.Count * lanes];
        for (var i = point; i < ensemble.Size; i += Localization.Grid.Points)
        {
            for (var m = 0; m < ensemble.Count; m++)
            {
                anomalies[m].Slice(i, count).CopyTo(local[(m * lanes)..]);
            }

            transforms.Apply(MemoryMarshal.Cast<double, Vector<double>>(local));
            for (var m = 0; m < ensemble.Count; m++)
            {
                TensorPrimitives.Add(mean.AsSpan(i, count), local.Slice(m * lanes, count), ensemble[m].Slice(i, count));
            }
        }
    }
}
