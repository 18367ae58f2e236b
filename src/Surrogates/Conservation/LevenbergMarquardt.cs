using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>Least squares Σ F² by Levenberg and Marquardt, and the derivative of its solution.</summary>
/// <remarks>
/// Damping as in Nielsen (1999), IMM-REP-1999-05, of each unknown by the largest square of its column of J so far, Moré
/// (1978), so that units do not count. The solution is differentiated implicitly: JᵀF = 0 at it, whatever led there;
/// Chalapathi, Du and Krishnapriyan (2024), arXiv:2402.13412.
/// </remarks>
/// <param name="iterations">Most iterations.</param>
/// <param name="tolerance">Least relative step.</param>
/// <param name="initialDamping">
/// First damping, relative: 1e-3 from afar, 1e-6 from near the minimum (directions that the residuals hardly see wait
/// until it has fallen).
/// </param>
public sealed class LevenbergMarquardt(int iterations, double tolerance, double initialDamping = 1e-3)
{
    private const int MostPolish = 20;

    /// <summary>Moves <paramref name="omega"/> to a minimum.</summary>
    /// <returns>√ΣF² there, and how often F was evaluated.</returns>
    public (double Norm, int Evaluations) Solve(INonlinearResidual problem, Span<double> omega) =>
        Solve(new NormalEquations(problem), omega);

    /// <summary>The same of a sum of squares that gives its normal equations.</summary>
    public (double Norm, int Evaluations) Solve(ILeastSquares problem, Span<double> omega)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var n = problem.Unknowns;
        var (normal, slope, trial) = (new States(n, n), new double[n], new double[n]);
        var (trialNormal, trialSlope) = (new States(n, n), new double[n]);
        var (value, damping, growth) = (problem.Evaluate(omega, normal, slope), initialDamping, 2.0);
        var scale = new double[n];
        var evaluations = 1;
        for (; evaluations <= iterations; evaluations++)
        {
            for (var k = 0; k < n; k++)
            {
                scale[k] = Math.Max(scale[k], normal[k][k]);
            }

            var step = Damped(normal, slope, damping, scale);
            var damped = 0.0;
            for (var k = 0; k < n; k++)
            {
                trial[k] = omega[k] - step[k];
                damped += damping * scale[k] * step[k] * step[k];
            }

            var next = problem.Evaluate(trial, trialNormal, trialSlope);
            var foreseen = Vectors.Dot<double>(step, slope) + damped;
            var gain = (value - next) / foreseen;
            var isSmall = Vectors.Dot<double>(
                step, step) <= tolerance * tolerance * (Vectors.Dot<double>(trial, trial) + tolerance);
            if (next < value)
            {
                trial.CopyTo(omega);
                (normal, trialNormal) = (trialNormal, normal);
                (slope, trialSlope) = (trialSlope, slope);
                value = next;
                damping *= Math.Max(1.0 / 3, 1 - Math.Pow((2 * gain) - 1, 3));
                growth = 2;
            }
            else
            {
                damping *= growth;
                growth *= 2;
            }

            if (isSmall)
            {
                break;
            }
        }

        return (Math.Sqrt(value), evaluations);
    }

    /// <summary>
    /// Newton steps on JᵀF = 0 from a minimum of the sum, which round-off of the sum leaves at half the digits.
    /// </summary>
    /// <returns>The last |JᵀF|.</returns>
    public static double Polish(INonlinearResidual problem, Span<double> omega)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var (residual, jacobian) = (new double[problem.Count], new States(problem.Count, problem.Unknowns));
        problem.Evaluate(omega, residual, jacobian);
        var slope = NormalEquations.Slope(jacobian, residual);
        var size = Vectors.Dot<double>(slope, slope);
        for (var i = 0; i < MostPolish; i++)
        {
            var step = Damped(Hessian(problem, omega, residual, jacobian), slope, 0, []);
            double[] trial = [.. omega];
            Vectors.Add(trial, -1, step);
            problem.Evaluate(trial, residual, jacobian);
            slope = NormalEquations.Slope(jacobian, residual);
            var next = Vectors.Dot<double>(slope, slope);
            if (!(next < size))
            {
                break;
            }

            trial.CopyTo(omega);
            size = next;
        }

        return Math.Sqrt(size);
    }

    /// <summary>Adjoint of the basis from that of the solution: one linear solve, no unrolling.</summary>
    public static void PullBack(
        INonlinearResidual problem, ReadOnlySpan<double> omega, ReadOnlySpan<double> adjoint, Span<double> basisAdjoint)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var (residual, jacobian) = (new double[problem.Count], new States(problem.Count, problem.Unknowns));
        problem.Evaluate(omega, residual, jacobian);
        var lambda = Damped(Hessian(problem, omega, residual, jacobian), adjoint.ToArray(), 0, []);
        problem.PullBack(omega, lambda, residual, jacobian, basisAdjoint);
    }

    private static States Hessian(
        INonlinearResidual problem, ReadOnlySpan<double> omega, double[] residual, States jacobian)
    {
        var hessian = new States(problem.Unknowns, problem.Unknowns);
        Blas.Gemm(1, MatrixSpan.Of(jacobian).T, MatrixSpan.Of(jacobian), 0, MatrixSpan.Of(hessian));
        problem.AddCurvature(omega, residual, hessian);
        return hessian;
    }

    private static double[] Damped(States normal, double[] right, double damping, ReadOnlySpan<double> scale)
    {
        var (factor, solution) = (normal.Clone(), new States(right.Length, 1, [.. right]));
        var largest = Enumerable.Range(0, right.Length).Max(k => normal[k][k]);
        for (var k = 0; k < right.Length; k++)
        {
            factor[k][k] += (1e-15 * largest) + (damping == 0 ? 0 : damping * scale[k]);
        }

        Blas.Cholesky(MatrixSpan.Of(factor));
        Blas.CholeskySolve(MatrixSpan.Of(factor), MatrixSpan.Of(solution));
        return solution.Values.ToArray();
    }
}
