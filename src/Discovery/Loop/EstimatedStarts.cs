namespace Sci.Discovery;

/// <summary>Starts are unknown but for the noisy first snapshot: estimated with the coefficients.</summary>
public sealed record EstimatedStarts : IStartKnowledge
{
    /// <inheritdoc/>
    public double Variance(double noise) => noise;
}
