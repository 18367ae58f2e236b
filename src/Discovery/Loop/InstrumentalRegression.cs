using System.Numerics.Tensors;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>
/// Differences of snapshots on a library whose noise is taken out by instruments: the library at another time.
/// </summary>
/// <remarks>
/// (u_last - u_first)/T = Σ w φ̄ + noise, φ̄ the mean of a term at both ends, whose noise correlates with that of the
/// difference where terms are not linear. The same terms at the snapshot between have noise of their own and nearly the
/// same signal: columns are replaced by what these explain of them, Φ̂ = Z(ZᵀZ)⁻¹ZᵀΦ (two-stage least squares;
/// Söderström and Stoica, 1983). No solver, and no assumption on the noise but that it is independent from snapshot to
/// snapshot.
/// </remarks>
public static class InstrumentalRegression
{
    // Relative to a scaled Gram matrix's diagonal: terms that are nearly the same as others are no instruments of their
    // own.
    private const double Ridge = 1e-12;

    /// <summary>The regression problem of windows of three snapshots or more.</summary>
    /// <param name="imperfect">The equation whose missing terms are sought, for one field on a line.</param>
    /// <param name="library">The candidates.</param>
    /// <param name="windows">The snapshots.</param>
    /// <param name="signal">What the snapshots say of signal and noise.</param>
    /// <returns>One row a coordinate and window; rows have equal noise.</returns>
    public static DenseDesign Design(
        Equation imperfect, IReadOnlyList<Term> library, IReadOnlyList<Window> windows, SignalEstimate signal)
    {
        ArgumentNullException.ThrowIfNull(imperfect);
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(windows);
        ArgumentNullException.ThrowIfNull(signal);
        var rows = signal.Band.Dimension;
        var (columns, instruments) = (new States(library.Count, windows.Count * rows), new States(
            library.Count, windows.Count * rows));
        var target = new double[columns.Size];
        var evaluator = new TermEvaluator(imperfect, [.. library, .. imperfect.Terms.Select(known => known.Term)]);
        for (var i = 0; i < windows.Count; i++)
        {
            var (window, at) = (windows[i], i * rows);
            var weight = window.Length / Math.Sqrt(signal.NoiseVariances[i][0] + signal.NoiseVariances[i][^1]);
            var coordinates = signal.Band.Observe(window.Observed);
            States[] terms = [.. new[] { 0, window.Times.Count / 2, window.Times.Count - 1 }
                .Select(time => Terms(evaluator, signal.Band, coordinates.Slice(time, 1)))];
            var slot = target.AsSpan(at, rows);
            TensorPrimitives.Subtract(coordinates[window.Times.Count - 1], coordinates[0], slot);
            TensorPrimitives.Multiply(slot, weight / window.Length, slot);
            for (var k = 0; k < evaluator.Terms.Count; k++)
            {
                var ends = new double[rows];
                TensorPrimitives.Add(terms[0][k], terms[2][k], ends);
                TensorPrimitives.Multiply(ends, weight / 2, ends);
                if (k < library.Count)
                {
                    ends.CopyTo(columns[k][at..]);
                    TensorPrimitives.Multiply(terms[1][k], weight, instruments[k].Slice(at, rows));
                }
                else
                {
                    TensorPrimitives.MultiplyAdd(ends, -imperfect.Terms[k - library.Count].Coefficient, slot, slot);
                }
            }
        }

        return new DenseDesign([.. library.Select(term => term.ToString())], Explained(columns, instruments), target);
    }

    private static States Terms(TermEvaluator evaluator, IStateBasis band, States coordinates)
    {
        var values = new States(evaluator.Terms.Count, evaluator.Equation.Grid.Points);
        evaluator.Evaluate(band.Lift(coordinates, values.Size)[0], values.Values);
        return band.Project(values);
    }

    // Z(ZᵀZ)⁻¹ZᵀΦ with the columns of Z scaled to unit length.
    private static States Explained(States columns, States instruments)
    {
        var k = columns.Count;
        for (var j = 0; j < k; j++)
        {
            var z = instruments[j];
            TensorPrimitives.Divide(z, TensorPrimitives.Norm<double>(z), z);
        }

        var (gram, moments) = (new double[k * k], new double[k * k]);
        Blas.Syrk(1, ReadOnlyMatrixSpan.Of(instruments), 0, new MatrixSpan(gram, k, k));
        for (var j = 0; j < k; j++)
        {
            gram[(j * k) + j] += Ridge;
        }

        Blas.Gemm(
            1, ReadOnlyMatrixSpan.Of(instruments), ReadOnlyMatrixSpan.Of(columns).T, 0, new MatrixSpan(moments, k, k));
        Blas.Cholesky(new MatrixSpan(gram, k, k));
        Blas.CholeskySolve(new MatrixSpan(gram, k, k), new MatrixSpan(moments, k, k));
        var explained = new States(k, columns.Size);
        Blas.Gemm(
            1, new ReadOnlyMatrixSpan(moments, k, k).T, ReadOnlyMatrixSpan.Of(instruments), 0,
            MatrixSpan.Of(explained));
        return explained;
    }
}
