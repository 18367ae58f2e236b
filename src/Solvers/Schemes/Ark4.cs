namespace Sci.Solvers;

/// <summary>Additive Runge-Kutta ARK4(3)6L[2]SA: the linear terms L-stably implicit, the others explicit.</summary>
/// <param name="TimeStep">Length of one step.</param>
/// <remarks>Kennedy and Carpenter (2003), doi:10.1016/S0168-9274(02)00138-1, appendix C.</remarks>
public sealed record Ark4(double TimeStep) : Scheme(TimeStep)
{
    private static readonly double[] B = [82889.0 / 524892, 0, 15625.0 / 83664, 69875.0 / 102672, -2260.0 / 8211, 0.25];

    private static readonly double[][] Explicit =
    [
        [],
        [0.5],
        [13861.0 / 62500, 6889.0 / 62500],
        [-116923316275.0 / 2393684061468, -2731218467317.0 / 15368042101831, 9408046702089.0 / 11113171139209],
        [
            -451086348788.0 / 2902428689909, -2682348792572.0 / 7519795681897, 12662868775082.0 / 11960479115383,
            3355817975965.0 / 11060851509271,
        ],
        [
            647845179188.0 / 3216320057751, 73281519250.0 / 8382639484533, 552539513391.0 / 3454668386233,
            3354512671639.0 / 8306763924573, 4040.0 / 17871,
        ],
    ];

    private static readonly double[][] Implicit =
    [
        [0],
        [0.25, 0.25],
        [8611.0 / 62500, -1743.0 / 31250, 0.25],
        [5012029.0 / 34652500, -654441.0 / 2922500, 174375.0 / 388108, 0.25],
        [15267082809.0 / 155376265600, -71443401.0 / 120774400, 730878875.0 / 902184768, 2285395.0 / 8070912, 0.25],
        B,
    ];

    /// <inheritdoc/>
    public override int Order => 4;

    internal override IReadOnlyList<Input> Inputs => Input.OneStep;

    internal override int Stages => 6;

    internal override Dual[,] Weights(Dual z) => RungeKutta.Weights(z, Explicit, Implicit, B);
}
