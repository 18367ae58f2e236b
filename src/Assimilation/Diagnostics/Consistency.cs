using System.Numerics.Tensors;
using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>Whether innovations are as large as the filter believes; needs no truth.</summary>
/// <remarks>
/// With d the observed minus the forecast's mean and a the observed minus the analysis's: E[dᵀ(HBHᵀ+R)⁻¹d] is the
/// number of observations (χ²; Ménard and Chang, 2000), and, after Desroziers et al. (2005), doi:10.1256/qj.05.108, the
/// mean of a·d is the error variance of the observations and that of (d - a)·d the variance of the forecast where
/// observed.
/// </remarks>
public sealed class Consistency
{
    private double[] seenForecast = [];
    private double[] seenAnalysis = [];
    private long count;
    private double chiSquare;
    private double residual;
    private double increment;
    private double believed;

    /// <summary>Mean of dᵀ(HBHᵀ+R)⁻¹d over the number of observations; 1 for a consistent filter.</summary>
    public double ChiSquare => chiSquare / count;

    /// <summary>Error variance of the observations that the innovations show, in units of the assumed one.</summary>
    public double ObservationVariance => residual / count;

    /// <summary>Forecast variance that the innovations show over that of the ensemble, both where observed.</summary>
    public double ForecastVariance => increment / believed;

    /// <summary>Takes one time: the ensemble before and after the analysis.</summary>
    public void Add(States forecast, States analysis, Observations observations, ReadOnlySpan<double> y)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(analysis);
        using var before = Prior.Of(forecast, observations, y);
        using var after = Prior.Of(analysis, observations, y);
        if (seenForecast.Length != observations.Count)
        {
            (seenForecast, seenAnalysis) = (new double[observations.Count], new double[observations.Count]);
        }

        before.Innovation.CopyTo(seenForecast, 0);
        after.Innovation.CopyTo(seenAnalysis, 0);
        residual += TensorPrimitives.Dot<double>(seenAnalysis, seenForecast);
        increment += TensorPrimitives.SumOfSquares<double>(seenForecast) - TensorPrimitives.Dot<double>(
            seenAnalysis, seenForecast);
        believed += TensorPrimitives.SumOfSquares<double>(before.Y.Values) / (forecast.Count - 1);
        using var system = Matrix.Rent(before.Y.Columns, before.Y.Columns);
        Dense.Gram(1.0 / (forecast.Count - 1), before.Y, system);
        Dense.FactorWithIdentity(system);
        Dense.Solve(system, before.Innovation);
        chiSquare += TensorPrimitives.Dot<double>(before.Innovation, seenForecast);
        count += seenForecast.Length;
    }
}
