namespace Sci.Discovery;

/// <summary>What is taken to be known of a window's start.</summary>
public interface IStartKnowledge
{
    /// <summary>
    /// Variance of a coordinate of the start about the first snapshot, whose noise has the variance
    /// <paramref name="noise"/>.
    /// </summary>
    double Variance(double noise);
}
