using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>Residuals with all their rows as a sum of squares; for one thread at a time.</summary>
internal sealed class NormalEquations(INonlinearResidual problem) : ILeastSquares
{
    private readonly double[] residual = new double[problem.Count];
    private readonly States jacobian = new(problem.Count, problem.Unknowns);

    public int Unknowns => problem.Unknowns;

    public double Evaluate(ReadOnlySpan<double> omega, States normal, Span<double> slope)
    {
        problem.Evaluate(omega, residual, jacobian);
        Blas.Gemm(1, MatrixSpan.Of(jacobian).T, MatrixSpan.Of(jacobian), 0, MatrixSpan.Of(normal));
        Slope(jacobian, residual).CopyTo(slope);
        return Vectors.Dot<double>(residual, residual);
    }

    /// <summary>JᵀF.</summary>
    public static double[] Slope(States jacobian, ReadOnlySpan<double> residual)
    {
        var slope = new double[jacobian.Size];
        for (var row = 0; row < jacobian.Count; row++)
        {
            Vectors.Add(slope, residual[row], jacobian[row]);
        }

        return slope;
    }
}
