namespace Sci.Solvers;

/// <summary>
/// <see cref="Ab3"/> whose first step is Euler's and whose second is Adams-Bashforth's of order 2, as in pyqg.
/// </summary>
/// <param name="TimeStep">Length of one step.</param>
/// <remarks>The first step costs one order: over a fixed time the error goes with Δt².</remarks>
public sealed record Ab3Classical(double TimeStep) : Scheme(TimeStep)
{
    /// <inheritdoc/>
    public override int Order => 2;

    internal override IReadOnlyList<Input> Inputs { get; } = Input.StatesAndTendencies(2);

    internal override int Stages => 1;

    internal override IReadOnlyList<Scheme> FirstSteps => [new Euler(TimeStep), new Ab2(TimeStep)];

    internal override bool IsExplicit => true;

    internal override Dual[,] Weights(Dual z) => new Ab3(TimeStep).Weights(z);
}
