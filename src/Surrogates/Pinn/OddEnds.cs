namespace Sci.Surrogates;

/// <summary>The ends join, and the solution is odd about the middle of the line.</summary>
/// <remarks>
/// A smooth odd periodic function is sin ωx times one of cos ωx, so that nothing is lost; what breaks the symmetry, a
/// drift above all, cannot grow in the network. For equations and initial states that have the symmetry.
/// </remarks>
public sealed record OddEnds : LineEnds
{
    /// <inheritdoc/>
    public override Embedding Embedding(double left, double right, double span, int harmonics) =>
        new(harmonics + 1, z =>
    [
        .. Enumerable.Range(1, harmonics).Select(k => Jet.Cos(k * Angle(z[0], left, right))),
        (2 / span * z[1]) + -1,
    ]);

    /// <inheritdoc/>
    public override Jet Factor(Jet x, double left, double right) => Jet.Sin(Angle(x, left, right));

    private static Jet Angle(Jet x, double left, double right) =>
        2 * Math.PI / (right - left) * (x + (-(left + right) / 2));
}
