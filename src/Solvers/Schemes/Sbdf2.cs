namespace Sci.Solvers;

/// <summary>
/// Semi-implicit backward differences of order 2: Ascher, Ruuth and Wetton (1995), doi:10.1137/0732037, (2.8).
/// </summary>
/// <param name="TimeStep">Length of one step.</param>
/// <remarks>3/2 u₊ - 2u + 1/2 u₋ = z u₊ + Δt(2N - N₋).</remarks>
public sealed record Sbdf2(double TimeStep) : Scheme(TimeStep)
{
    /// <inheritdoc/>
    public override int Order => 2;

    internal override IReadOnlyList<Input> Inputs { get; } = Input.StatesAndTendencies(1);

    internal override int Stages => 1;

    internal override Dual[,] Weights(Dual z)
    {
        var implicitPart = 1.5 - z;
        return new[,]
        {
            { 1, 0, 0, 0 },
            { 2 / implicitPart, -0.5 / implicitPart, -1 / implicitPart, 2 / implicitPart },
            { 1, 0, 0, 0 },
            { 0, 0, 0, 1 },
        };
    }
}
