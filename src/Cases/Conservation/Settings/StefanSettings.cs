using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>k = 1 above a threshold, else 0: melting ice, u = 1 at the left end.</summary>
public sealed record StefanSettings : MediumSettings
{
    /// <summary>u*, at which u drops to zero.</summary>
    [Between(0, 1)]
    public required double Threshold { get; init; }

    /// <inheritdoc/>
    public override double Length => 1;

    /// <inheritdoc/>
    public override PorousMedium Volumes(int cells) =>
        new(u => Math.Max(u - Threshold, 0), cells, Length, _ => 1, null);

    /// <inheritdoc/>
    public override double Initial(double x) => 0;

    /// <inheritdoc/>
    public override double Diffusivity(double time) => 1;
}
