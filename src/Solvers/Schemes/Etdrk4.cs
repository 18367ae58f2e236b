namespace Sci.Solvers;

/// <summary>Exponential time differencing of order 4 with four stages.</summary>
/// <param name="TimeStep">Length of one step.</param>
/// <remarks>
/// Cox and Matthews (2002), doi:10.1006/jcph.2002.6995, (26)-(29), with coefficients as safe as those of Kassam and
/// Trefethen (2005), doi:10.1137/S1064827502410633. On stiff problems the order falls towards 3 at useful steps.
/// </remarks>
public sealed record Etdrk4(double TimeStep) : Scheme(TimeStep)
{
    /// <inheritdoc/>
    public override int Order => 4;

    internal override IReadOnlyList<Input> Inputs => Input.OneStep;

    internal override int Stages => 4;

    internal override Dual[,] Weights(Dual z)
    {
        Dual e = Phi.Of(0, z), e2 = Phi.Of(0, 0.5 * z), q = 0.5 * Phi.Of(1, 0.5 * z);
        Dual phi1 = Phi.Of(1, z), phi2 = Phi.Of(2, z), phi3 = Phi.Of(3, z);
        Dual f1 = phi1 - (3 * phi2) + (4 * phi3), f2 = phi2 - (2 * phi3), f3 = (4 * phi3) - phi2;
        return new[,]
        {
            { 1, 0, 0, 0, 0 },
            { e2, q, 0, 0, 0 },
            { e2, 0, q, 0, 0 },
            { e, (e2 - 1) * q, 0, 2 * q, 0 },
            { e, f1, 2 * f2, 2 * f2, f3 },
        };
    }
}
