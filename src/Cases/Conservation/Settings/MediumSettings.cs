using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>A generalised porous medium, u_t = (k(u) u_x)_x, with its initial and boundary values.</summary>
[Variant("heat", typeof(HeatSettings))]
[Variant("porous", typeof(PorousSettings))]
[Variant("stefan", typeof(StefanSettings))]
public abstract record MediumSettings
{
    /// <summary>Length of the line.</summary>
    public abstract double Length { get; }

    /// <summary>The finite volumes.</summary>
    public abstract PorousMedium Volumes(int cells);

    /// <summary>u at time 0.</summary>
    public abstract double Initial(double x);

    /// <summary>Largest k up to a time.</summary>
    public abstract double Diffusivity(double time);
}
