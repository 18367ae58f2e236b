namespace Sci.Solvers;

/// <summary>Leapfrog, the linear terms by the trapezoidal rule over both steps, with Robert's filter.</summary>
/// <param name="TimeStep">Length of one step.</param>
/// <param name="Filter">Strength γ of the filter u ← u + γ(u₋ - 2u + u₊), 0 to 0.5; 0 for none.</param>
/// <remarks>
/// Asselin (1972), doi:10.1175/1520-0493(1972)100. A filter damps the computational mode and leaves order 1.
/// </remarks>
public sealed record Leapfrog(double TimeStep, double Filter) : Scheme(TimeStep)
{
    /// <inheritdoc/>
    public override int Order => Filter == 0 ? 2 : 1;

    /// <summary>Strength of the filter.</summary>
    public double Filter { get; } = Filter is >= 0 and <= 0.5
        ? Filter
        : throw new ArgumentOutOfRangeException(nameof(Filter), Filter, "Robert's filter lies between 0 and 0.5.");

    internal override IReadOnlyList<Input> Inputs { get; } = [new(0, false), new(1, false)];

    internal override int Stages => 1;

    internal override Dual[,] Weights(Dual z)
    {
        Dual old = (1 + z) / (1 - z), rate = 2 / (1 - z);
        return new[,]
        {
            { 1, 0, 0 },
            { 0, old, rate },
            { 1 - (2 * Filter), Filter + (Filter * old), Filter * rate },
        };
    }
}
