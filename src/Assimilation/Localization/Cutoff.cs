namespace Sci.Assimilation;

/// <summary>Full weight up to a radius and none beyond; an infinite radius localises nothing.</summary>
/// <param name="Radius">In the model's unit of length.</param>
public sealed record Cutoff(double Radius) : ITaper
{
    /// <inheritdoc/>
    public double Reach => Radius;

    /// <inheritdoc/>
    public double At(double distance) => distance <= Radius ? 1 : 0;
}
