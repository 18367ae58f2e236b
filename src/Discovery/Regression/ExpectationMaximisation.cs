namespace Sci.Discovery;

/// <summary>α ← 1/(μ² + Σ): the evidence never falls, and rises slowly.</summary>
/// <remarks>Tipping (2001), equation 46.</remarks>
public sealed record ExpectationMaximisation : IPrecisionUpdate
{
    /// <inheritdoc/>
    public double Next(double precision, double mean, double variance) => 1 / ((mean * mean) + variance);
}
