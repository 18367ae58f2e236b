using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation;

/// <summary>
/// The iterative ensemble Kalman smoother: the start of a window is fitted to the newest observations at its end.
/// </summary>
/// <remarks>
/// Bocquet and Sakov (2014), doi:10.1002/qj.2236, with single data assimilation and the ensemble transform:
/// Gauss-Newton steps on J(w) = ½|L⁻¹(y - H(M(x₀ + wA₀)))|² + ½(N-1)|w|², the sensitivities from the transformed
/// ensemble itself. A lag of one interval is the iterative filter of Sakov, Oliver and Bertino (2012),
/// doi:10.1175/MWR-D-11-00176.1. With a finite-size prior the penalty is that of <see cref="FiniteSizePrimal"/>.
/// </remarks>
public sealed class IterativeCycle : ICycle
{
    private readonly IModel model;
    private readonly int stepsBetween;
    private readonly IWindowStep step;
    private States start;
    private int intervals;

    /// <summary>Takes the members at the start, one interval before the first observations.</summary>
    public IterativeCycle(IModel model, int stepsBetween, int lag, IWindowStep step, States ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        ArgumentOutOfRangeException.ThrowIfLessThan(lag, 1);
        (this.model, this.stepsBetween, this.step, Lag) = (model, stepsBetween, step, lag);
        start = ensemble;
        Ensemble = ensemble.Clone();
    }

    /// <summary>Factor of the anomalies at the start of the window after each fit.</summary>
    public required double Inflation { get; init; }

    /// <summary>Most runs of the model through the window for one fit.</summary>
    public required int Iterations { get; init; }

    /// <summary>The fit ends when the root mean square of a step in the members' weights is below this.</summary>
    public required double Tolerance { get; init; }

    /// <inheritdoc/>
    public States Ensemble { get; }

    /// <inheritdoc/>
    public int Lag { get; }

    /// <inheritdoc/>
    public States? Smoothed { get; private set; }

    /// <inheritdoc/>
    public void Next(Observations observations, ReadOnlySpan<double> y, RandomSource random, Action<States>? forecast)
    {
        ArgumentNullException.ThrowIfNull(observations);
        intervals++;
        using var window = new WindowFit(start, observations, y.ToArray());
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            window.Reconstruct(Ensemble);
            model.Advance(Ensemble, intervals * stepsBetween);
            if (iteration == 0)
            {
                forecast?.Invoke(Ensemble);
                window.KeepForecast(Ensemble);
            }

            if (step.Move(window, Ensemble, Iterations) < Tolerance)
            {
                break;
            }
        }

        window.Finish(Ensemble);
        window.Reconstruct(start);
        Spread.Scale(start, Inflation);
        Slide();
    }

    private void Slide()
    {
        if (intervals < Lag)
        {
            return;
        }

        Smoothed = start.Clone();
        model.Advance(start, stepsBetween);
        intervals--;
    }
}
