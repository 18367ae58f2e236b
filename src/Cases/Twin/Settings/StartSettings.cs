using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>Where truth and members start: independent normal draws about one state.</summary>
public sealed record StartSettings
{
    /// <summary>Time for which the system's own first state is carried forward before the draws.</summary>
    [NonNegative]
    public required double SpinUp { get; init; }

    /// <summary>Variance of the draws, the same for every value.</summary>
    [Positive]
    public required double Variance { get; init; }

    /// <summary>
    /// Time for which truth and members run freely after the draws, before the first observation interval.
    /// </summary>
    [NonNegative]
    public double FreeRun { get; init; }
}
