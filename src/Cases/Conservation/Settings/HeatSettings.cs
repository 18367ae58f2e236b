using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Constant k: sin x on (0, 2π), zero at both ends.</summary>
public sealed record HeatSettings : MediumSettings
{
    /// <summary>k.</summary>
    [Positive]
    public required double Conductivity { get; init; }

    /// <inheritdoc/>
    public override double Length => 2 * Math.PI;

    /// <inheritdoc/>
    public override PorousMedium Volumes(int cells) => new(u => Conductivity * u, cells, Length, _ => 0, _ => 0);

    /// <inheritdoc/>
    public override double Initial(double x) => Math.Sin(x);

    /// <inheritdoc/>
    public override double Diffusivity(double time) => Conductivity;
}
