using System.Numerics.Tensors;
using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>
/// The square root filter that takes one observation after the other, with tapered covariances if asked.
/// </summary>
/// <remarks>
/// Whitaker and Hamill (2002), doi:10.1175/1520-0493(2002)130&lt;1913:EDAWPO&gt;2.0.CO;2, equations 10 to 13; the
/// observed anomalies are updated with the state, as in the adjustment filter of Anderson (2003). Correlated errors are
/// whitened first, which only an untapered update allows.
/// </remarks>
public sealed record SerialSquareRoot : IAnalysis
{
    /// <summary>Multiplies the gains by distance; null leaves them as they are.</summary>
    public required Localization? Localization { get; init; }

    /// <inheritdoc/>
    public void Update(States ensemble, Observations observations, ReadOnlySpan<double> y, RandomSource random)
    {
        Check.Shapes(ensemble, observations, y);
        using var prior = Prior.Of(ensemble, observations, y);
        var mean = new double[ensemble.Size];
        Moments.Center(ensemble.Values, mean);
        var (gain, seen) = (new double[ensemble.Size], new double[observations.Count]);
        var column = new double[ensemble.Count];
        for (var j = 0; j < observations.Count; j++)
        {
            for (var m = 0; m < column.Length; m++)
            {
                column[m] = prior.Y[m][j];
            }

            var variance = TensorPrimitives.SumOfSquares<double>(column) / (column.Length - 1);
            var scale = 1 / ((variance + 1) * (column.Length - 1));
            Regress(column, ensemble.Values, scale, gain);
            Regress(column, prior.Y.Values, scale, seen);
            Localization?.Taper(observations, j, gain, seen);
            var innovation = prior.Innovation[j];
            var shrink = -1 / (1 + Math.Sqrt(1 / (variance + 1)));
            TensorPrimitives.MultiplyAdd(gain, innovation, mean, mean);
            TensorPrimitives.MultiplyAdd(seen, -innovation, prior.Innovation, prior.Innovation);
            for (var m = 0; m < column.Length; m++)
            {
                TensorPrimitives.MultiplyAdd(gain, shrink * column[m], ensemble[m], ensemble[m]);
                TensorPrimitives.MultiplyAdd(seen, shrink * column[m], prior.Y[m], prior.Y[m]);
            }
        }

        Moments.Shift(ensemble.Values, 1, mean);
    }

    private static void Regress(
        ReadOnlySpan<double> column, ReadOnlySpan<double> anomalies, double scale, Span<double> gain)
    {
        gain.Clear();
        for (var m = 0; m < column.Length; m++)
        {
            TensorPrimitives.MultiplyAdd(anomalies.Slice(m * gain.Length, gain.Length), scale * column[m], gain, gain);
        }
    }
}
