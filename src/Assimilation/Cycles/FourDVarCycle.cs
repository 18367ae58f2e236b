using System.Numerics.Tensors;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation;

/// <summary>Strong-constraint four-dimensional variational analysis: one state, fitted at the start of a window.</summary>
/// <remarks>
/// <para>J(v) = ½|v|² + ½|L⁻¹(y - H(M(x_b + Fᵀv)))|² with B = FᵀF fixed, x_b carried along from window to window and the
/// newest observations at the window's end (Talagrand and Courtier, 1987, doi:10.1002/qj.49711347812; Courtier, Thépaut
/// and Hollingsworth, 1994, doi:10.1002/qj.49712051912).</para>
/// <para>Outer Gauss-Newton steps, each solved by conjugate gradients on the model's tangent and adjoint, at most as many
/// as there are observations.</para>
/// </remarks>
public sealed class FourDVarCycle : ICycle
{
    private readonly ITangentModel model;
    private readonly int stepsBetween;
    private readonly States factor;
    private readonly States start;
    private int intervals;

    /// <summary>Takes one state at the start, one interval before the first observations, in one row.</summary>
    public FourDVarCycle(ITangentModel model, int stepsBetween, int lag, Background background, States state)
    {
        ArgumentNullException.ThrowIfNull(background);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentOutOfRangeException.ThrowIfLessThan(lag, 1);
        (this.model, this.stepsBetween, Lag, factor, start) = (model, stepsBetween, lag, background.Factor, state);
        Ensemble = state.Clone();
    }

    /// <summary>Most outer steps of one fit.</summary>
    public required int Iterations { get; init; }

    /// <summary>The fit ends when the root mean square of an outer step in v is below this.</summary>
    public required double Tolerance { get; init; }

    /// <inheritdoc/>
    public States Ensemble { get; }

    /// <inheritdoc/>
    public int Lag { get; }

    /// <inheritdoc/>
    public States? Smoothed { get; private set; }

    /// <inheritdoc/>
    public void Next(Observations observations, ReadOnlySpan<double> y, RandomSource random, Action<States>? forecast)
    {
        ArgumentNullException.ThrowIfNull(observations);
        if (observations.Operator is not ILinearOperator h)
        {
            throw new ArgumentException("Variational analysis over a window needs a linear observation operator.", nameof(observations));
        }

        intervals++;
        var background = start.Clone();
        var v = new double[factor.Count];
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            var run = model.Linearise(start[0], intervals * stepsBetween);
            if (iteration == 0)
            {
                run.Final.CopyTo(Ensemble[0]);
                forecast?.Invoke(Ensemble);
            }

            var window = new VariationalWindow(factor, run, h, observations.Errors);
            var step = window.Solve(y, v);
            TensorPrimitives.Add(v, step, v);
            Displace(background[0], v);
            if (TensorPrimitives.Norm<double>(step) < Tolerance * Math.Sqrt(v.Length))
            {
                break;
            }
        }

        start.Values.CopyTo(Ensemble.Values);
        model.Advance(Ensemble, intervals * stepsBetween);
        Slide();
    }

    private void Displace(ReadOnlySpan<double> background, double[] v)
    {
        background.CopyTo(start[0]);
        for (var k = 0; k < v.Length; k++)
        {
            TensorPrimitives.MultiplyAdd(factor[k], v[k], start[0], start[0]);
        }
    }

    private void Slide()
    {
        if (intervals < Lag)
        {
            return;
        }

        Smoothed = start.Clone();
        model.Advance(start, stepsBetween);
        intervals--;
    }
}
