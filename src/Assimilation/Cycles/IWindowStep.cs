using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>How an iterative smoother goes from one run through its window to the next.</summary>
public interface IWindowStep
{
    /// <summary>
    /// Changes the weights of the fit, given the ensemble that they led to at the time of the observations.
    /// </summary>
    /// <returns>Root mean square of the change of the mean's weights.</returns>
    internal double Move(WindowFit fit, States ensemble, int iterations);
}
