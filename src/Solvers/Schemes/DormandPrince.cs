namespace Sci.Solvers;

/// <summary>
/// The Dormand-Prince scheme of order 5, all terms explicit; with <see cref="ByEmbedded"/> it chooses its steps.
/// </summary>
/// <param name="TimeStep">Length of one step.</param>
/// <remarks>Dormand and Prince (1980), doi:10.1016/0771-050X(80)90013-3, table 2.</remarks>
public sealed record DormandPrince(double TimeStep) : Scheme(TimeStep)
{
    private static readonly double[] B = [35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84];

    private static readonly double[][] A =
    [
        [],
        [1.0 / 5],
        [3.0 / 40, 9.0 / 40],
        [44.0 / 45, -56.0 / 15, 32.0 / 9],
        [19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729],
        [9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656],
    ];

    /// <summary>
    /// What the stages, and last the new state, bring to the difference from the embedded scheme of order 4.
    /// </summary>
    internal static double[] ErrorWeights { get; } =
        [71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40];

    /// <inheritdoc/>
    public override int Order => 5;

    internal override IReadOnlyList<Input> Inputs => Input.OneStep;

    internal override int Stages => 6;

    internal override bool IsExplicit => true;

    internal override Dual[,] Weights(Dual z) => RungeKutta.Weights(z, A, A, B);
}
