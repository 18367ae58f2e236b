namespace Sci.Surrogates;

/// <summary>The same rate throughout.</summary>
public sealed record ConstantRate : Schedule
{
    /// <inheritdoc/>
    public override double Factor(double done) => 1;
}
