namespace Sci.Solvers;

/// <summary>Strong-stability-preserving Runge-Kutta of order 3, all terms explicit.</summary>
/// <param name="TimeStep">Length of one step.</param>
/// <remarks>Shu and Osher (1988), doi:10.1016/0021-9991(88)90177-5, (2.18).</remarks>
public sealed record Ssprk3(double TimeStep) : Scheme(TimeStep)
{
    private static readonly double[] B = [1.0 / 6, 1.0 / 6, 2.0 / 3];

    private static readonly double[][] A =
    [
        [],
        [1],
        [0.25, 0.25],
    ];

    /// <inheritdoc/>
    public override int Order => 3;

    internal override IReadOnlyList<Input> Inputs => Input.OneStep;

    internal override int Stages => 3;

    internal override bool IsExplicit => true;

    internal override Dual[,] Weights(Dual z) => RungeKutta.Weights(z, A, A, B);
}
