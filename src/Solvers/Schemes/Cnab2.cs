namespace Sci.Solvers;

/// <summary>Crank-Nicolson for the linear terms, Adams-Bashforth of order 2 for the others.</summary>
/// <param name="TimeStep">Length of one step.</param>
/// <remarks>û₊ = [(1 + z/2) û + 3/2 ΔtN(u) - 1/2 ΔtN(u₋)] / (1 - z/2).</remarks>
public sealed record Cnab2(double TimeStep) : Scheme(TimeStep)
{
    /// <inheritdoc/>
    public override int Order => 2;

    internal override IReadOnlyList<Input> Inputs { get; } = Input.Tendencies(1);

    internal override int Stages => 1;

    internal override Dual[,] Weights(Dual z)
    {
        var implicitPart = 1 - (0.5 * z);
        return new[,]
        {
            { 1, 0, 0 },
            { (1 + (0.5 * z)) / implicitPart, -0.5 / implicitPart, 1.5 / implicitPart },
            { 0, 0, 1 },
        };
    }
}
