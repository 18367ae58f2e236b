namespace Sci.Solvers;

/// <summary>
/// Krogstad's exponential Runge-Kutta scheme of order 4 (ETDRK4-B), twice as accurate as <see cref="Etdrk4"/> on stiff
/// problems.
/// </summary>
/// <param name="TimeStep">Length of one step.</param>
/// <remarks>Krogstad (2005), doi:10.1016/j.jcp.2004.08.006, (51).</remarks>
public sealed record Krogstad(double TimeStep) : Scheme(TimeStep)
{
    /// <inheritdoc/>
    public override int Order => 4;

    internal override IReadOnlyList<Input> Inputs => Input.OneStep;

    internal override int Stages => 4;

    internal override Dual[,] Weights(Dual z)
    {
        var half = 0.5 * z;
        Dual e = Phi.Of(0, z), e2 = Phi.Of(0, half), phi12 = Phi.Of(1, half), phi22 = Phi.Of(2, half);
        Dual phi1 = Phi.Of(1, z), phi2 = Phi.Of(2, z), phi3 = Phi.Of(3, z);
        return new[,]
        {
            { 1, 0, 0, 0, 0 },
            { e2, 0.5 * phi12, 0, 0, 0 },
            { e2, (0.5 * phi12) - phi22, phi22, 0, 0 },
            { e, phi1 - (2 * phi2), 0, 2 * phi2, 0 },
            { e, phi1 - (3 * phi2) + (4 * phi3), (2 * phi2) - (4 * phi3), (2 * phi2) - (4 * phi3), (4 * phi3) - phi2 },
        };
    }
}
