using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>
/// A twin experiment whose forecasts the network makes, beside the same one with the solver, which makes the truth.
/// </summary>
public sealed record SurrogateFilterSettings
{
    /// <summary>What is observed, when and how well.</summary>
    public required NetworkSettings Observations { get; init; }

    /// <summary>The filter.</summary>
    public required EnsembleMethodSettings Assimilation { get; init; }

    /// <summary>Variance of the members about the truth at the start, the same for every value.</summary>
    [Positive]
    public required double StartVariance { get; init; }

    /// <summary>First analyses that do not count.</summary>
    [NonNegative]
    public required int BurnIn { get; init; }

    /// <summary>Analyses after them.</summary>
    [AtLeast(1)]
    public required int Analyses { get; init; }
}
