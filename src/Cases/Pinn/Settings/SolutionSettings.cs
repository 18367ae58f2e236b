using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>A known solution on [-1, 1]².</summary>
[Variant("waves", typeof(WavesSettings))]
[Variant("peaks", typeof(PeaksSettings))]
public abstract record SolutionSettings
{
    /// <summary>u and its Laplacian.</summary>
    public abstract (double Value, double Laplacian) At(double x, double y);
}
