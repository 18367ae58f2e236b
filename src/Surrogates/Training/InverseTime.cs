namespace Sci.Surrogates;

/// <summary>The rate falls as 1 / (1 + rate · t).</summary>
/// <param name="Periods">Number of periods over the training.</param>
/// <param name="Rate">By how much the denominator grows in a period.</param>
public sealed record InverseTime(double Periods, double Rate) : Schedule
{
    /// <inheritdoc/>
    public override double Factor(double done) => 1 / (1 + (Rate * done * Periods));
}
