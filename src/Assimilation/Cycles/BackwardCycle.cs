using Sci.Assimilation.Algebra;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation;

/// <summary>The ensemble Rauch-Tung-Striebel smoother: a filter, and a pass back over the times just past.</summary>
/// <remarks>
/// Raanes (2016), doi:10.1002/qj.2728: X_s(k) = X_a(k) + (X_s(k+1) - X_f(k+1)) A_f(k+1)⁺ A_a(k), members in rows. Of a
/// linear model without error it is the lagged smoother <see cref="LaggedCycle"/>.
/// </remarks>
public sealed class BackwardCycle : ICycle
{
    // Variances of the forecast below this share of the largest are round-off.
    private const double Negligible = 1e-12;

    private readonly IModel model;
    private readonly IAnalysis analysis;
    private readonly int stepsBetween;
    private readonly LinkedList<(States Forecast, States Analysis)> past = new();

    /// <summary>Takes the members at the start, one interval before the first observations.</summary>
    public BackwardCycle(IModel model, IAnalysis analysis, int stepsBetween, int lag, States ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        ArgumentOutOfRangeException.ThrowIfNegative(lag);
        (this.model, this.analysis, this.stepsBetween, Lag, Ensemble) = (model, analysis, stepsBetween, lag, ensemble);
    }

    /// <inheritdoc/>
    public States Ensemble { get; }

    /// <inheritdoc/>
    public int Lag { get; }

    /// <inheritdoc/>
    public States? Smoothed => past.Count > Lag ? Backward() : null;

    /// <inheritdoc/>
    public void Next(Observations observations, ReadOnlySpan<double> y, RandomSource random, Action<States>? forecast)
    {
        model.Advance(Ensemble, stepsBetween);
        forecast?.Invoke(Ensemble);
        var before = Ensemble.Clone();
        analysis.Update(Ensemble, observations, y, random);
        past.AddLast((before, Ensemble.Clone()));
        if (past.Count > Lag + 1)
        {
            past.RemoveFirst();
        }
    }

    private States Backward()
    {
        var smoothed = Ensemble.Clone();
        for (var node = past.Last!; node.Previous is { } earlier; node = earlier)
        {
            smoothed = Step(smoothed, node.Value.Forecast, earlier.Value.Analysis);
        }

        return smoothed;
    }

    private static States Step(States later, States forecast, States analysis)
    {
        var members = forecast.Count;
        using var change = Matrix.Rent(members, forecast.Size);
        for (var i = 0; i < change.Values.Length; i++)
        {
            change.Values[i] = later.Values[i] - forecast.Values[i];
        }

        using var forecastAnomalies = Anomalies.Of(forecast);
        using var analysisAnomalies = Anomalies.Of(analysis);
        using var products = Matrix.Rent(members, members);
        using var inverse = Matrix.Rent(members, members);
        using var weights = Matrix.Rent(members, members);
        Dense.Outer(1, change, forecastAnomalies, products);
        Inverse(forecastAnomalies, inverse);
        Dense.Product(products, inverse, weights);
        var smoothed = analysis.Clone();
        Dense.Add(weights, analysisAnomalies, smoothed);
        return smoothed;
    }

    // (A Aᵀ)⁺, so that A⁺ = Aᵀ (A Aᵀ)⁺.
    private static void Inverse(Matrix anomalies, Matrix inverse)
    {
        using var outer = Matrix.Rent(anomalies.Rows, anomalies.Rows);
        Dense.OuterGram(1, anomalies, outer);
        using var spectrum = Spectrum.Of(outer);
        var images = spectrum.Values.ToArray();
        var least = Negligible * images.Max();
        spectrum.Compose(Array.ConvertAll(images, value => value > least ? 1 / value : 0), inverse);
    }
}
