using Sci.Cases.Settings;
using Sci.Surrogates;

namespace Sci.Cases;

/// <summary>L-BFGS on weights scaled by the linear part of the equation.</summary>
public sealed record QuasiNewtonMethodSettings : RefinementMethodSettings
{
    /// <summary>Steps remembered.</summary>
    [AtLeast(1)]
    public required int Memory { get; init; }

    internal override IRefinement Method => new QuasiNewtonRefinement(Memory);
}
