using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>How the whole first snapshot of a pair is made of its sensors' readings.</summary>
[Variant("minimum-energy", typeof(MinimumEnergySettings))]
[Variant("kriging", typeof(KrigingSettings))]
[Variant("cycling", typeof(CyclingSettings))]
[Variant("letkf", typeof(JetLetkfSettings))]
[Variant("cubic", typeof(CubicSettings))]
[Variant("network", typeof(PositionNetworkInterpolation))]
[Variant("random-features", typeof(RandomFeatureSettings))]
public abstract record InterpolationSettings;
