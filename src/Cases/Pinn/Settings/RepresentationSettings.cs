using Sci.Cases.Settings;
using Sci.Surrogates;

namespace Sci.Cases;

/// <summary>What represents a function on a plane.</summary>
[Variant("tanh", typeof(TanhSettings))]
[Variant("gaussians", typeof(GaussianSettings))]
public abstract record RepresentationSettings
{
    /// <summary>The network and the features that it reads.</summary>
    public abstract (JetNetwork Network, Embedding Embedding) Over(Box box);
}
