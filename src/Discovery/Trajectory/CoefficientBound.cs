using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>The least deviations that the coefficients of an equation can be known with from noisy snapshots.</summary>
/// <remarks>
/// The bound of Cramér (1946) and Rao (1945) for white noise, the terms known and the start of the run not: no unbiased
/// estimate of the coefficients varies less, whatever the method. The start's low modes are free, the others nothing:
/// the more are free the larger the bound, until the fields have no signal in more.
/// </remarks>
/// <param name="Solver">Makes the solver, of a one-step scheme.</param>
/// <param name="Modes">Highest Fourier mode of the start that is unknown.</param>
public sealed record CoefficientBound(SolverFactory Solver, int Modes)
{
    /// <summary>The deviations of the coefficients, in the order of the equation's terms.</summary>
    /// <param name="equation">The truth, for one field on a periodic line.</param>
    /// <param name="start">The true start, shape [points].</param>
    /// <param name="times">Number of snapshots, the start's among them.</param>
    /// <param name="interval">Time between two.</param>
    /// <param name="steps">Steps of the solver between two.</param>
    /// <param name="noise">Standard deviation of the noise at a point.</param>
    /// <returns>Standard deviations, in the units of the coefficients.</returns>
    /// <exception cref="NotSupportedException">The solver does not know its own derivatives.</exception>
    public IReadOnlyList<double> Deviations(
        Equation equation, ReadOnlySpan<double> start, int times, double interval, int steps, double noise)
    {
        ArgumentNullException.ThrowIfNull(equation);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 2);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(noise);
        var model = Solver(equation, interval / steps) as IEquationModel ?? throw new NotSupportedException(
            "The solver does not know its own derivatives; take one of an equation, with a one-step scheme.");
        FieldTerm[] terms = [.. equation.Terms.Select(each => new FieldTerm(equation.Fields[0], each.Term))];
        var (k, points, state, band) = (terms.Length, start.Length, States.Of(start), new FourierBand(Modes));
        var (responses, along) = (new States(k, points), band.Lift(TangentLinear.Identity(band.Dimension), points));
        var rows = new States(k + along.Count, times * points);
        for (var time = 0; time < times; time++)
        {
            for (var row = 0; row < rows.Count; row++)
            {
                (row < k ? responses[row] : along[row - k]).CopyTo(rows[row][(time * points)..]);
            }

            if (time + 1 < times)
            {
                model.AdvanceLinearised(state, steps, terms, responses, along);
            }
        }

        var variances = Cholesky.Of(Information(rows, k), k).Inverse();
        return [.. Enumerable.Range(0, k).Select(i => noise * Math.Sqrt(variances[(i * k) + i]))];
    }

    // What rows of responses to weights and to the start say of the weights, the start eliminated: WWᵀ - WSᵀ(SSᵀ)⁻¹SWᵀ.
    private static double[] Information(States rows, int k)
    {
        var (n, d) = (rows.Count, rows.Count - k);
        var (all, starts, cross, left) = (new double[n * n], new double[d * d], new double[d * k], new double[k * k]);
        Blas.Syrk(1, MatrixSpan.Of(rows), 0, new MatrixSpan(all, n, n));
        for (var i = 0; i < d; i++)
        {
            all.AsSpan((k + i) * n, k).CopyTo(cross.AsSpan(i * k));
            all.AsSpan(((k + i) * n) + k, d).CopyTo(starts.AsSpan(i * d));
        }

        for (var i = 0; i < k; i++)
        {
            all.AsSpan(i * n, k).CopyTo(left.AsSpan(i * k));
        }

        Blas.Cholesky(new MatrixSpan(starts, d, d));
        Blas.SolveLower(new MatrixSpan(starts, d, d), new MatrixSpan(cross, d, k));
        Blas.Syrk(-1, new ReadOnlyMatrixSpan(cross, d, k).T, 1, new MatrixSpan(left, k, k));
        return left;
    }
}
