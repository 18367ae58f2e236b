namespace Sci.Solvers;

/// <summary>
/// Exponential time differencing of order 2 with two stages: Cox and Matthews (2002), doi:10.1006/jcph.2002.6995, (22).
/// </summary>
/// <param name="TimeStep">Length of one step.</param>
public sealed record Etdrk2(double TimeStep) : Scheme(TimeStep)
{
    /// <inheritdoc/>
    public override int Order => 2;

    internal override IReadOnlyList<Input> Inputs => Input.OneStep;

    internal override int Stages => 2;

    internal override Dual[,] Weights(Dual z)
    {
        Dual e = Phi.Of(0, z), phi1 = Phi.Of(1, z), phi2 = Phi.Of(2, z);
        return new[,]
        {
            { 1, 0, 0 },
            { e, phi1, 0 },
            { e, phi1 - phi2, phi2 },
        };
    }
}
