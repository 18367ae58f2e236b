using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>How the missing terms are found.</summary>
[Variant("gauss-newton", typeof(JetGaussNewtonSettings))]
[Variant("authors", typeof(JetAuthorsSettings))]
public abstract record JetDiscoverySettings;
