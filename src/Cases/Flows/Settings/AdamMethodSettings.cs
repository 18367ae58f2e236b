using Sci.Cases.Settings;
using Sci.Surrogates;

namespace Sci.Cases;

/// <summary>Adam on the weights themselves.</summary>
public sealed record AdamMethodSettings : RefinementMethodSettings
{
    /// <summary>The learning rate.</summary>
    [Positive]
    public required double Rate { get; init; }

    internal override IRefinement Method => new AdamRefinement(Rate);
}
