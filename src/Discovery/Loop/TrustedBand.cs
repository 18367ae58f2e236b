namespace Sci.Discovery;

/// <summary>The modes in which the signal exceeds the noise.</summary>
/// <param name="Resolved">Highest mode that the model resolves: none above it is fitted.</param>
public sealed record TrustedBand(int Resolved) : IFittedBand
{
    /// <inheritdoc/>
    public int Highest(int trusted, int seen) => Math.Min(trusted, Resolved);
}
