using System.Numerics.Tensors;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation;

/// <summary>One linearisation of the cost of <see cref="FourDVarCycle"/>, G = L⁻¹ H M Fᵀ.</summary>
internal sealed class VariationalWindow(States factor, ILinearisation run, ILinearOperator h, ErrorCovariance errors)
{
    private const double Tolerance = 1e-10;

    /// <summary>The step δ with (I + GᵀG) δ = Gᵀ d - v.</summary>
    public double[] Solve(ReadOnlySpan<double> y, double[] v)
    {
        var d = new double[h.Count];
        h.Apply(run.Final, d);
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
        var state = new States(1, factor.Size);
        for (var k = 0; k < v.Length; k++)
        {
            TensorPrimitives.MultiplyAdd(factor[k], v[k], state[0], state[0]);
        }

        run.Tangent(state);
        var seen = new double[h.Count];
        h.Apply(state[0], seen);
        errors.Whiten(seen);
        return seen;
    }

    private double[] Backward(double[] seen)
    {
        var sensitivity = (double[])seen.Clone();
        errors.WhitenTransposed(sensitivity);
        var state = new States(1, factor.Size);
        h.Transpose(sensitivity, state[0]);
        run.Adjoint(state);
        var v = new double[factor.Count];
        for (var k = 0; k < v.Length; k++)
        {
            v[k] = TensorPrimitives.Dot<double>(factor[k], state[0]);
        }

        return v;
    }
}
