using System.Numerics.Tensors;
using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>Deviations of the members from their mean.</summary>
public static class Spread
{
    /// <summary>Multiplies the anomalies by a factor and leaves the mean where it is.</summary>
    public static void Scale(States ensemble, double factor)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        Span<double> mean = ensemble.Size <= 1024 ? stackalloc double[ensemble.Size] : new double[ensemble.Size];
        Moments.Mean(ensemble.Values, ensemble.Size, mean);
        TensorPrimitives.Multiply(ensemble.Values, factor, ensemble.Values);
        Moments.Shift(ensemble.Values, 1 - factor, mean);
    }

    /// <summary>Variance of each value over the members (N - 1 in the denominator), shape [state size].</summary>
    public static double[] Variances(States ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        var (mean, variances) = (new double[ensemble.Size], new double[ensemble.Size]);
        Moments.Mean(ensemble.Values, ensemble.Size, mean);
        for (var m = 0; m < ensemble.Count; m++)
        {
            var member = ensemble[m];
            for (var i = 0; i < mean.Length; i++)
            {
                variances[i] += (member[i] - mean[i]) * (member[i] - mean[i]) / (ensemble.Count - 1);
            }
        }

        return variances;
    }
}
