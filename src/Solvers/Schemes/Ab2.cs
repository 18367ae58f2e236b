namespace Sci.Solvers;

/// <summary>Adams-Bashforth of order 2, all terms explicit.</summary>
/// <param name="TimeStep">Length of one step.</param>
/// <remarks>u₊ = u + Δt(3G - G₋₁)/2 with G = Lu + N(u).</remarks>
public sealed record Ab2(double TimeStep) : Scheme(TimeStep)
{
    /// <inheritdoc/>
    public override int Order => 2;

    internal override IReadOnlyList<Input> Inputs { get; } = Input.StatesAndTendencies(1);

    internal override int Stages => 1;

    internal override bool IsExplicit => true;

    internal override Dual[,] Weights(Dual z) => new[,]
    {
        { 1, 0, 0, 0 },
        { 1 + (1.5 * z), -0.5 * z, -0.5, 1.5 },
        { 1, 0, 0, 0 },
        { 0, 0, 0, 1 },
    };
}
