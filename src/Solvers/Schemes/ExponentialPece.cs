namespace Sci.Solvers;

/// <summary>
/// Exponential predictor-corrector: an Adams-Bashforth predictor, an Adams-Moulton corrector one order higher, two
/// evaluations a step.
/// </summary>
/// <param name="TimeStep">Length of one step.</param>
/// <param name="Steps">Number of steps in the predictor, 2 to 6; the order is one more.</param>
/// <remarks>
/// Hochbruck and Ostermann (2010), doi:10.1017/S0962492910000048, section 4; the most accurate schemes for the work on
/// Kuramoto-Sivashinsky: six steps of 1/8 reach 1e-6 at t = 50 where <see cref="Etdrk4"/> needs 1/64.
/// </remarks>
public sealed record ExponentialPece(double TimeStep, int Steps) : Scheme(TimeStep)
{
    /// <inheritdoc/>
    public override int Order => Steps + 1;

    /// <summary>Number of steps in the predictor, 2 to 6.</summary>
    public int Steps { get; } = Multistep.Checked(Steps);

    internal override IReadOnlyList<Input> Inputs => Input.Tendencies(Steps - 1);

    internal override int Stages => 2;

    internal override Dual[,] Weights(Dual z)
    {
        var weights = Multistep.Frame(Steps, stages: 2);
        var phis = Lagrange.Phis(z, Steps + 1);
        var predictor = Lagrange.Weights(phis, Multistep.Nodes(0, Steps));
        var corrector = Lagrange.Weights(phis, Multistep.Nodes(1, Steps + 1));
        weights[1, 0] = weights[2, 0] = Phi.Of(0, z);
        weights[1, Steps] = predictor[0];
        weights[2, Steps] = corrector[1];
        weights[2, Steps + 1] = corrector[0];
        for (var lag = 1; lag < Steps; lag++)
        {
            weights[1, lag] = predictor[lag];
            weights[2, lag] = corrector[lag + 1];
        }

        return weights;
    }
}
