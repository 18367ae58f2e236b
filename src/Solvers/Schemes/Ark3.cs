namespace Sci.Solvers;

/// <summary>Additive Runge-Kutta ARK3(2)4L[2]SA: the linear terms L-stably implicit, the others explicit.</summary>
/// <param name="TimeStep">Length of one step.</param>
/// <remarks>Kennedy and Carpenter (2003), doi:10.1016/S0168-9274(02)00138-1, appendix C.</remarks>
public sealed record Ark3(double TimeStep) : Scheme(TimeStep)
{
    private const double Gamma = 1767732205903.0 / 4055673282236;

    private static readonly double[] B =
        [1471266399579.0 / 7840856788654, -4482444167858.0 / 7529755066697, 11266239266428.0 / 11593286722821, Gamma];

    private static readonly double[][] Explicit =
    [
        [],
        [1767732205903.0 / 2027836641118],
        [5535828885825.0 / 10492691773637, 788022342437.0 / 10882634858940],
        [6485989280629.0 / 16251701735622, -4246266847089.0 / 9704473918619, 10755448449292.0 / 10357097424841],
    ];

    private static readonly double[][] Implicit =
    [
        [0],
        [Gamma, Gamma],
        [2746238789719.0 / 10658868560708, -640167445237.0 / 6845629431997, Gamma],
        B,
    ];

    /// <inheritdoc/>
    public override int Order => 3;

    internal override IReadOnlyList<Input> Inputs => Input.OneStep;

    internal override int Stages => 4;

    internal override Dual[,] Weights(Dual z) => RungeKutta.Weights(z, Explicit, Implicit, B);
}
