using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>An ensemble on its way through the observations: forecast, analysis, forecast, …</summary>
public interface ICycle
{
    /// <summary>The analysis ensemble at the time of the newest observations, members in rows.</summary>
    States Ensemble { get; }

    /// <summary>
    /// Number of observation times between <see cref="Smoothed"/> and <see cref="Ensemble"/>; 0 for a filter.
    /// </summary>
    int Lag { get; }

    /// <summary>
    /// The oldest ensemble that the newest observations still changed; null until <see cref="Lag"/> times have passed.
    /// </summary>
    States? Smoothed { get; }

    /// <summary>Moves on to the time of the next observations and takes them in.</summary>
    /// <param name="observations">What is observed and how well.</param>
    /// <param name="y">The observed values, shape [observations.Count].</param>
    /// <param name="random">The stream of this time.</param>
    /// <param name="forecast">Is shown the forecast ensemble at the time of the observations, which it must not
    /// change.</param>
    void Next(Observations observations, ReadOnlySpan<double> y, RandomSource random, Action<States>? forecast);
}
