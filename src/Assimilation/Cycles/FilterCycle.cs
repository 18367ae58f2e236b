using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation;

/// <summary>A filter: each analysis is the start of the next forecast.</summary>
/// <param name="model">Carries the members forward.</param>
/// <param name="analysis">Takes the observations in.</param>
/// <param name="stepsBetween">Steps of the model from one observation time to the next.</param>
/// <param name="ensemble">Members at the start, one interval before the first observations; changed in place.</param>
public sealed class FilterCycle(IModel model, IAnalysis analysis, int stepsBetween, States ensemble) : ICycle
{
    /// <inheritdoc/>
    public States Ensemble => ensemble;

    /// <inheritdoc/>
    public int Lag => 0;

    /// <inheritdoc/>
    public States? Smoothed => ensemble;

    /// <inheritdoc/>
    public void Next(Observations observations, ReadOnlySpan<double> y, RandomSource random, Action<States>? forecast)
    {
        model.Advance(ensemble, stepsBetween);
        forecast?.Invoke(ensemble);
        analysis.Update(ensemble, observations, y, random);
    }
}
