using Sci.Surrogates;

namespace Sci.Cases;

/// <summary>Steps of the linear equation, mixed for the least residual (Anderson).</summary>
public sealed record MultisecantMethodSettings : RefinementMethodSettings
{
    internal override IRefinement Method => new MultisecantRefinement();
}
