namespace Sci.Discovery;

/// <summary>All modes that model and snapshots resolve, signal or not.</summary>
/// <param name="Resolved">Highest mode that the model resolves.</param>
public sealed record ResolvedBand(int Resolved) : IFittedBand
{
    /// <inheritdoc/>
    public int Highest(int trusted, int seen) => Math.Min(seen, Resolved);
}
