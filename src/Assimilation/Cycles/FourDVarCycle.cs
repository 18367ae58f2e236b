using System.Numerics.Tensors;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation;

/// <summary>
/// Four-dimensional variational analysis: one state at the start of a window, and the errors of the model in it.
/// </summary>
/// <remarks>
/// <para>J = ½|v|² + ½|L⁻¹(y - H(x_L))|², x_0 = x_b + Fᵀv_0, x_k = M(x_(k-1)) + η_k, with B = FᵀF fixed and the newest
/// observations at the window's end; x_b is carried along from window to window (Talagrand and Courtier, 1987,
/// doi:10.1002/qj.49711347812; Courtier, Thépaut and Hollingsworth, 1994, doi:10.1002/qj.49712051912). With a perfect
/// model, the strong constraint, all η are zero. With a <see cref="ModelError"/> Q = EᵀE, the weak constraint, each
/// η_k = η_b + Eᵀv_k is fitted too, its background being what earlier windows found (Trémolet, 2006,
/// doi:10.1256/qj.05.224).</para>
/// <para>Outer Gauss-Newton steps, each solved by conjugate gradients on the model's tangent and adjoint, at most as
/// many as there are observations.</para>
/// </remarks>
public sealed class FourDVarCycle : ICycle
{
    private readonly ITangentModel model;
    private readonly int stepsBetween;
    private readonly States factor;
    private readonly States start;
    private readonly List<double[]> errors = [];

    /// <summary>Takes one state at the start, one interval before the first observations, in one row.</summary>
    public FourDVarCycle(ITangentModel model, int stepsBetween, int lag, Background background, States state)
    {
        ArgumentNullException.ThrowIfNull(background);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentOutOfRangeException.ThrowIfLessThan(lag, 1);
        (this.model, this.stepsBetween, Lag, factor, start) = (model, stepsBetween, lag, background.Factor, state);
        Ensemble = state.Clone();
        ModelError = new Background(background.Mean, new States(0, state.Size));
    }

    /// <summary>Most outer steps of one fit.</summary>
    public required int Iterations { get; init; }

    /// <summary>The fit ends when the root mean square of an outer step in v is below this.</summary>
    public required double Tolerance { get; init; }

    /// <summary>
    /// Covariance of the model's error over an interval; a factor without rows, as at first, is a perfect model's.
    /// </summary>
    public Background ModelError { get; init; }

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
            throw new ArgumentException(
                "Variational analysis over a window needs a linear observation operator.", nameof(observations));
        }

        errors.Add(new double[start.Size]);
        var background = start.Clone();
        double[][] errorBackground = [.. errors.Select(error => (double[])error.Clone())];
        var v = new double[VariationalWindow.Controls(factor, ModelError.Factor, errors.Count)];
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            var runs = Linearise();
            if (iteration == 0)
            {
                forecast?.Invoke(Ensemble);
            }

            var window = new VariationalWindow(
                factor, ModelError.Factor, runs, Ensemble[0].ToArray(), h, observations.Errors);
            var step = window.Solve(y, v);
            TensorPrimitives.Add(v, step, v);
            Displace(background[0], errorBackground, v);
            if (TensorPrimitives.Norm<double>(step) < Tolerance * Math.Sqrt(v.Length))
            {
                break;
            }
        }

        Run();
        Slide();
    }

    // Through the window, with its end in the ensemble.
    private ILinearisation[] Linearise()
    {
        var runs = new ILinearisation[errors.Count];
        start.Values.CopyTo(Ensemble.Values);
        for (var k = 0; k < runs.Length; k++)
        {
            runs[k] = model.Linearise(Ensemble[0], stepsBetween);
            TensorPrimitives.Add(runs[k].Final, errors[k], Ensemble[0]);
        }

        return runs;
    }

    private void Run()
    {
        start.Values.CopyTo(Ensemble.Values);
        foreach (var error in errors)
        {
            model.Advance(Ensemble, stepsBetween);
            TensorPrimitives.Add(Ensemble[0], error, Ensemble[0]);
        }
    }

    private void Displace(ReadOnlySpan<double> background, double[][] errorBackground, double[] v)
    {
        background.CopyTo(start[0]);
        VariationalWindow.Combine(factor, v, start[0]);
        for (var k = 0; k < errors.Count; k++)
        {
            errorBackground[k].CopyTo(errors[k], 0);
            VariationalWindow.Combine(
                ModelError.Factor, v.AsSpan(factor.Count + (k * ModelError.Factor.Count)), errors[k]);
        }
    }

    private void Slide()
    {
        if (errors.Count < Lag)
        {
            return;
        }

        Smoothed = start.Clone();
        model.Advance(start, stepsBetween);
        TensorPrimitives.Add(start[0], errors[0], start[0]);
        errors.RemoveAt(0);
    }
}
