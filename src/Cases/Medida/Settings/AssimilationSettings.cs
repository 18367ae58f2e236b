using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>The filter that stands between observations and increments.</summary>
[Variant("enkf", typeof(EnkfSettings))]
[Variant("cycle", typeof(CycleSettings))]
public abstract record AssimilationSettings
{
    /// <summary>What the filter cannot make of such observations and such a model, or null.</summary>
    internal abstract string? Accepts(ObservationPlan observations, ModelSettings model);
}
