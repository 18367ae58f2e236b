using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>
/// Ensemble Kalman inversion: parameters from data through a forward map, in several gentle analyses.
/// </summary>
/// <remarks>
/// Iglesias, Law and Stuart (2013), doi:10.1088/0266-5611/29/4/045001. Each of the steps takes all data with their
/// error covariance multiplied by the number of steps, so that in the linear case the last ensemble is the posterior's.
/// </remarks>
/// <param name="Analysis">Takes each step.</param>
/// <param name="Steps">Number of steps.</param>
public sealed record KalmanInversion(IAnalysis Analysis, int Steps) : IAnalysis
{
    /// <summary>Moves an ensemble of parameters, the forward map being the observations' operator.</summary>
    public void Update(States ensemble, Observations observations, ReadOnlySpan<double> y, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(observations);
        ArgumentNullException.ThrowIfNull(random);
        var gentle = observations with { Errors = new ScaledErrors(observations.Errors, Steps) };
        for (var step = 0; step < Steps; step++)
        {
            Analysis.Update(ensemble, gentle, y, random[step]);
        }
    }
}
