namespace Sci.Surrogates;

/// <summary>The rate falls by a factor at equal distances.</summary>
/// <param name="Stages">Number of stages of one rate each.</param>
/// <param name="By">What each stage's rate is of the one before.</param>
public sealed record StepDecay(int Stages, double By) : Schedule
{
    /// <inheritdoc/>
    public override double Factor(double done) => Math.Pow(By, Math.Floor(done * Stages));
}
