namespace Sci.Solvers;

/// <summary>Adams-Bashforth of order 3, all terms explicit.</summary>
/// <param name="TimeStep">Length of one step.</param>
/// <remarks>u₊ = u + Δt(23G - 16G₋₁ + 5G₋₂)/12 with G = Lu + N(u).</remarks>
public sealed record Ab3(double TimeStep) : Scheme(TimeStep)
{
    /// <inheritdoc/>
    public override int Order => 3;

    internal override IReadOnlyList<Input> Inputs { get; } = Input.StatesAndTendencies(2);

    internal override int Stages => 1;

    internal override bool IsExplicit => true;

    internal override Dual[,] Weights(Dual z)
    {
        const double A0 = 23.0 / 12, A1 = -16.0 / 12, A2 = 5.0 / 12;
        return new[,]
        {
            { 1, 0, 0, 0, 0, 0 },
            { 1 + (A0 * z), A1 * z, A2 * z, A1, A2, A0 },
            { 1, 0, 0, 0, 0, 0 },
            { 0, 1, 0, 0, 0, 0 },
            { 0, 0, 0, 0, 0, 1 },
            { 0, 0, 0, 1, 0, 0 },
        };
    }
}
