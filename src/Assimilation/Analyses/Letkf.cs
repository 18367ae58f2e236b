using System.Numerics.Tensors;
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
    private const int Block = 8;

    /// <summary>Which observations count where, and how much.</summary>
    public required Localization Localization { get; init; }

    /// <summary>Threads that share the points; the bytes do not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

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
        Work.InBlocks(around.Length, Block, Threads, (first, end) =>
        {
            using var weights = Matrix.Rent(ensemble.Count, ensemble.Count);
            for (var point = first; point < end; point++)
            {
                if (around[point].Indices.Length > 0)
                {
                    Weigh(around[point], seen, prior.Innovation, weights);
                    Move(ensemble, anomalies, mean, weights, point);
                }
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

    private static void Weigh(Neighborhood near, Matrix seen, double[] innovation, Matrix weights)
    {
        var members = seen.Columns;
        using var gram = Matrix.Rent(members, members);
        gram.Values.Clear();
        var pull = new double[members];
        for (var i = 0; i < near.Indices.Length; i++)
        {
            var row = seen[near.Indices[i]];
            var weight = near.Weights[i] / (members - 1);
            TensorPrimitives.MultiplyAdd(row, near.Weights[i] * innovation[near.Indices[i]], pull, pull);
            for (var m = 0; m < members; m++)
            {
                TensorPrimitives.MultiplyAdd(row, weight * row[m], gram[m], gram[m]);
            }
        }

        using var transform = EnsembleTransform.FromOuter(gram, pull);
        transform.Weights(1, weights);
    }

    private void Move(States ensemble, Matrix anomalies, double[] mean, Matrix weights, int point)
    {
        Span<double> local = ensemble.Count <= 1024 ? stackalloc double[ensemble.Count] : new double[ensemble.Count];
        for (var i = point; i < ensemble.Size; i += Localization.Grid.Points)
        {
            for (var m = 0; m < local.Length; m++)
            {
                local[m] = anomalies[m][i];
            }

            for (var m = 0; m < local.Length; m++)
            {
                ensemble[m][i] = mean[i] + TensorPrimitives.Dot<double>(weights[m], local);
            }
        }
    }
}
