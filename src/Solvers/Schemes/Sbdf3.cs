namespace Sci.Solvers;

/// <summary>
/// Semi-implicit backward differences of order 3: Ascher, Ruuth and Wetton (1995), doi:10.1137/0732037, (2.14).
/// </summary>
/// <param name="TimeStep">Length of one step.</param>
/// <remarks>11/6 u₊ - 3u + 3/2 u₋₁ - 1/3 u₋₂ = z u₊ + Δt(3N - 3N₋₁ + N₋₂).</remarks>
public sealed record Sbdf3(double TimeStep) : Scheme(TimeStep)
{
    /// <inheritdoc/>
    public override int Order => 3;

    internal override IReadOnlyList<Input> Inputs { get; } = Input.StatesAndTendencies(2);

    internal override int Stages => 1;

    internal override Dual[,] Weights(Dual z)
    {
        var d = (11.0 / 6) - z;
        return new[,]
        {
            { 1, 0, 0, 0, 0, 0 },
            { 3 / d, -1.5 / d, 1.0 / 3 / d, -3 / d, 1 / d, 3 / d },
            { 1, 0, 0, 0, 0, 0 },
            { 0, 1, 0, 0, 0, 0 },
            { 0, 0, 0, 0, 0, 1 },
            { 0, 0, 0, 1, 0, 0 },
        };
    }
}
