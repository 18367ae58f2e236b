using System.Numerics.Tensors;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation;

/// <summary>
/// One linearisation of the cost of <see cref="FourDVarCycle"/>: the observations' response G to the controls v.
/// </summary>
/// <remarks>The controls are those of the start, then those of the model errors at the end of each interval.</remarks>
/// <param name="start">Factor of the covariance at the start.</param>
/// <param name="error">Factor of the covariance of the model error of an interval; without rows for a perfect
/// model.</param>
/// <param name="runs">The model linearised over each interval.</param>
/// <param name="final">The state at the end of the last one.</param>
/// <param name="h">H.</param>
/// <param name="errors">R.</param>
internal sealed class VariationalWindow(
    States start, States error, IReadOnlyList<ILinearisation> runs, double[] final, ILinearOperator h,
    ErrorCovariance errors)
{
    private const double Tolerance = 1e-10;

    /// <summary>Number of controls.</summary>
    public static int Controls(States start, States error, int intervals) => start.Count + (intervals * error.Count);

    /// <summary>The step δ with (I + GᵀG) δ = Gᵀ d - v.</summary>
    public double[] Solve(ReadOnlySpan<double> y, double[] v)
    {
        var d = new double[h.Count];
        h.Apply(final, d);
        TensorPrimitives.Subtract(y, d, d);
        errors.Whiten(d);
        var residual = Backward(d);
        TensorPrimitives.Subtract(residual, v, residual);
        return ConjugateGradients(residual);
    }

    private double[] ConjugateGradients(double[] residual)
    {
        var step = new double[residual.Length];
        var direction = (double[])residual.Clone();
        var norm = TensorPrimitives.SumOfSquares<double>(residual);
        var small = Tolerance * Tolerance * norm;
        for (var iteration = 0; iteration <= h.Count && norm > small; iteration++)
        {
            var image = Backward(Forward(direction));
            TensorPrimitives.Add(image, direction, image);
            var length = norm / TensorPrimitives.Dot<double>(direction, image);
            TensorPrimitives.MultiplyAdd(direction, length, step, step);
            TensorPrimitives.MultiplyAdd(image, -length, residual, residual);
            var next = TensorPrimitives.SumOfSquares<double>(residual);
            TensorPrimitives.MultiplyAdd(direction, next / norm, residual, direction);
            norm = next;
        }

        return step;
    }

    private double[] Forward(double[] v)
    {
        var state = new States(1, start.Size);
        Combine(start, v, state[0]);
        for (var k = 0; k < runs.Count; k++)
        {
            runs[k].Tangent(state);
            Combine(error, v.AsSpan(start.Count + (k * error.Count)), state[0]);
        }

        var seen = new double[h.Count];
        h.Apply(state[0], seen);
        errors.Whiten(seen);
        return seen;
    }

    private double[] Backward(double[] seen)
    {
        var sensitivity = (double[])seen.Clone();
        errors.WhitenTransposed(sensitivity);
        var state = new States(1, start.Size);
        h.Transpose(sensitivity, state[0]);
        var v = new double[Controls(start, error, runs.Count)];
        for (var k = runs.Count - 1; k >= 0; k--)
        {
            Project(error, state[0], v.AsSpan(start.Count + (k * error.Count)));
            runs[k].Adjoint(state);
        }

        Project(start, state[0], v);
        return v;
    }

    /// <summary>Adds Fᵀv to a state.</summary>
    public static void Combine(States factor, ReadOnlySpan<double> v, Span<double> state)
    {
        for (var k = 0; k < factor.Count; k++)
        {
            TensorPrimitives.MultiplyAdd(factor[k], v[k], state, state);
        }
    }

    private static void Project(States factor, ReadOnlySpan<double> state, Span<double> v)
    {
        for (var k = 0; k < factor.Count; k++)
        {
            v[k] = TensorPrimitives.Dot(factor[k], state);
        }
    }
}
