using Sci.Cases.Settings;
using Sci.Surrogates;

namespace Sci.Cases;

/// <summary>How the weights of a layer are refined.</summary>
[Variant("quasi-newton", typeof(QuasiNewtonMethodSettings))]
[Variant("multisecant", typeof(MultisecantMethodSettings))]
[Variant("adam", typeof(AdamMethodSettings))]
public abstract record RefinementMethodSettings
{
    /// <summary>The method.</summary>
    internal abstract IRefinement Method { get; }
}
