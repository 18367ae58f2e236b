namespace Sci.Discovery;

/// <summary>Starts are the first snapshots as they were seen: coefficients alone are fitted.</summary>
public sealed record ObservedStarts : IStartKnowledge
{
    /// <inheritdoc/>
    public double Variance(double noise) => 0;
}
