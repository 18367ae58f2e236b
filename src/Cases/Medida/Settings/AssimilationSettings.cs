using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>The filter that stands between observations and increments.</summary>
[Variant("enkf", typeof(EnkfSettings))]
public abstract record AssimilationSettings;
