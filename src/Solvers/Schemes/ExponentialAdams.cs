namespace Sci.Solvers;

/// <summary>
/// Exponential Adams-Bashforth: one evaluation a step, the nonlinear terms extrapolated through the last steps.
/// </summary>
/// <param name="TimeStep">Length of one step.</param>
/// <param name="Steps">Number of steps in the extrapolation, 2 to 6: the order.</param>
/// <remarks>Nørsett (1969); Hochbruck and Ostermann (2010), doi:10.1017/S0962492910000048, (4.3).</remarks>
public sealed record ExponentialAdams(double TimeStep, int Steps) : Scheme(TimeStep)
{
    /// <inheritdoc/>
    public override int Order => Steps;

    /// <summary>Number of steps in the extrapolation, 2 to 6.</summary>
    public int Steps { get; } = Multistep.Checked(Steps);

    internal override IReadOnlyList<Input> Inputs => Input.Tendencies(Steps - 1);

    internal override int Stages => 1;

    internal override Dual[,] Weights(Dual z)
    {
        var weights = Multistep.Frame(Steps, stages: 1);
        weights[1, 0] = Phi.Of(0, z);
        var adams = Lagrange.Weights(Lagrange.Phis(z, Steps), Multistep.Nodes(0, Steps));
        weights[1, Steps] = adams[0];
        for (var lag = 1; lag < Steps; lag++)
        {
            weights[1, lag] = adams[lag];
        }

        return weights;
    }
}
