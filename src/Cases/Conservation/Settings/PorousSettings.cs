using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>k = uᵐ: a wave that enters a dry medium, u = (m max(t - x, 0))^(1/m).</summary>
public sealed record PorousSettings : MediumSettings
{
    /// <summary>m.</summary>
    [AtLeast(1)]
    public required int Power { get; init; }

    /// <inheritdoc/>
    public override double Length => 1;

    /// <inheritdoc/>
    public override PorousMedium Volumes(int cells) =>
        new(u => Math.Pow(Math.Max(u, 0), Power + 1) / (Power + 1), cells, Length,
            t => Math.Pow(Power * t, 1.0 / Power), _ => 0);

    /// <inheritdoc/>
    public override double Initial(double x) => 0;

    /// <inheritdoc/>
    public override double Diffusivity(double time) => Power * time;
}
