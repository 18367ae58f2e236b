namespace Sci.Solvers;

/// <summary>The classical Runge-Kutta scheme, all terms explicit.</summary>
/// <param name="TimeStep">Length of one step.</param>
/// <remarks>Kutta (1901). Stable for |LΔt| below 2.8.</remarks>
public sealed record Rk4(double TimeStep) : Scheme(TimeStep)
{
    private static readonly double[] B = [1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6];

    private static readonly double[][] A =
    [
        [],
        [0.5],
        [0, 0.5],
        [0, 0, 1],
    ];

    /// <inheritdoc/>
    public override int Order => 4;

    internal override IReadOnlyList<Input> Inputs => Input.OneStep;

    internal override int Stages => 4;

    internal override bool IsExplicit => true;

    internal override Dual[,] Weights(Dual z) => RungeKutta.Weights(z, A, A, B);
}
