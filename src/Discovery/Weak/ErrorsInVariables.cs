using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>Weights of a weak form with the noise that the columns share taken out, and what they are worth.</summary>
/// <remarks>
/// Least squares on noisy columns shrinks the weights, ΦᵀΦ holding the noise's own power. With its mean N subtracted,
/// (ΦᵀΦ - N)w = Φᵀt is consistent; the covariance is the sandwich A⁻¹ΦᵀCΦA⁻¹, A = ΦᵀΦ - N, C the rows' covariance at w.
/// </remarks>
internal sealed class ErrorsInVariables
{
    private readonly WeakSystem system;
    private readonly WeakTerm[] terms;

    public ErrorsInVariables(WeakSystem system, IReadOnlyList<int> support)
    {
        this.system = system;
        Support = [.. support];
        terms = [.. Support.Select(j => WeakTerm.Of(system.Library.Terms[j]))];
        var (gram, moments) = Compensated();
        var factor = Cholesky.Of(gram, Support.Length);
        Weights = moments;
        factor.Solve(Weights);
        IsRegular = factor.IsRegular;
        Covariance = Sandwich(factor);
    }

    /// <summary>Columns of the model.</summary>
    public int[] Support { get; }

    /// <summary>The compensated weights, shape [support].</summary>
    public double[] Weights { get; }

    /// <summary>Their covariance, shape [support, support].</summary>
    public double[] Covariance { get; }

    /// <summary>Whether anything is left of the columns when the noise is taken out.</summary>
    public bool IsRegular { get; }

    /// <summary>Whether every column holds more signal than noise; one that does not agrees with any target.</summary>
    public bool IsResolved { get; private set; } = true;

    /// <summary>-½χ² of the residual on a thinned grid, less the price of every term.</summary>
    /// <remarks>
    /// χ² = rᵀC⁻¹r is the least change, in units of the noise, that makes the observed fields satisfy the equation: no
    /// determinant belongs to it. Near the number of rows for the truth.
    /// </remarks>
    /// <param name="thin">The same data on few enough rows for a dense covariance.</param>
    /// <param name="price">κ a term.</param>
    public double Score(WeakSystem thin, double price)
    {
        var n = thin.Grid.Rows;
        var residual = (double[])thin.Target.Clone();
        for (var i = 0; i < Support.Length; i++)
        {
            var column = thin.Columns[Support[i]];
            for (var row = 0; row < n; row++)
            {
                residual[row] -= Weights[i] * column[row];
            }
        }

        var covariance = Dense(thin.Noises.RowCovariance(terms, Weights), thin.Grid);
        var c = new MatrixSpan(covariance, n, n);
        Blas.Cholesky(c);
        Blas.SolveLower(c, new MatrixSpan(residual, n, 1));
        return (-0.5 * Dot(residual, residual)) - (price * Support.Length);
    }

    private (double[] Gram, double[] Moments) Compensated()
    {
        var k = Support.Length;
        var (gram, moments) = (new double[k * k], new double[k]);
        for (var i = 0; i < k; i++)
        {
            var one = system.Columns[Support[i]];
            moments[i] = Dot(one, system.Target);
            for (var j = 0; j < k; j++)
            {
                gram[(i * k) + j] = Dot(one, system.Columns[Support[j]]) - system.Noises.InGram(terms[i], terms[j]);
            }

            IsResolved &= gram[(i * k) + i] > 0.5 * Dot(one, one);
        }

        return (gram, moments);
    }

    private double[] Sandwich(Cholesky factor)
    {
        var k = Support.Length;
        var parts = system.Noises.RowCovariance(terms, Weights);
        var middle = new double[k * k];
        for (var j = 0; j < k; j++)
        {
            var spread = Apply(parts, system.Columns[Support[j]]);
            for (var i = 0; i < k; i++)
            {
                middle[(j * k) + i] = Dot(spread, system.Columns[Support[i]]);
            }

            factor.Solve(middle.AsSpan(j * k, k));
        }

        var covariance = new double[k * k];
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < k; j++)
            {
                covariance[(i * k) + j] = middle[(j * k) + i];
            }

            factor.Solve(covariance.AsSpan(i * k, k));
        }

        return covariance;
    }

    // Σ (T ⊗ X)v = Σ T V Xᵀ for V of shape [places in time, places in space].
    private double[] Apply(IReadOnlyList<(double[] Time, double[] Space)> parts, ReadOnlySpan<double> v)
    {
        var (t, x) = (system.Grid.PlacesInTime, system.Grid.PlacesInSpace);
        var (half, sum) = (new double[t * x], new double[t * x]);
        foreach (var (time, space) in parts)
        {
            Blas.Gemm(1, new ReadOnlyMatrixSpan(v, t, x), new ReadOnlyMatrixSpan(space, x, x).T, 0, new MatrixSpan(half, t, x));
            Blas.Gemm(1, new ReadOnlyMatrixSpan(time, t, t), new ReadOnlyMatrixSpan(half, t, x), 1, new MatrixSpan(sum, t, x));
        }

        return sum;
    }

    // A little on the diagonal: rows that overlap much make the covariance nearly singular.
    private static double[] Dense(IReadOnlyList<(double[] Time, double[] Space)> parts, WeakGrid grid)
    {
        var (t, x, n) = (grid.PlacesInTime, grid.PlacesInSpace, grid.Rows);
        var covariance = new double[n * n];
        foreach (var (time, space) in parts)
        {
            for (var row = 0; row < n; row++)
            {
                var line = space.AsSpan(row % x * x, x);
                for (var block = 0; block < t; block++)
                {
                    var factor = time[(row / x * t) + block];
                    var into = covariance.AsSpan((row * n) + (block * x), x);
                    for (var column = 0; column < line.Length; column++)
                    {
                        into[column] += factor * line[column];
                    }
                }
            }
        }

        for (var row = 0; row < n; row++)
        {
            covariance[(row * n) + row] *= 1 + 1e-8;
        }

        return covariance;
    }

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }
}
