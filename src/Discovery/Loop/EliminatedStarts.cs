using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>The regression problem of one window once its unknown start is integrated out.</summary>
/// <remarks>
/// The start x is seen as y₀ = x + n₀. Linearised about x₀ and h₀, the later snapshots are
/// y = M(x₀; h₀) + F(x - x₀) + Ψ(h - h₀) + n, so that t = y - M + F(x₀ - y₀) + Ψh₀ = Ψh + e with e ~ N(0, C),
/// C = r₀FFᵀ + R. The rows are whitened with C = LLᵀ: a row has noise variance 1. A Gauss-Newton step of strong-constraint
/// 4D-Var with the states eliminated (variable projection; Golub and Pereyra, 1973, doi:10.1137/0710036). There is no
/// prior on x: a climate's variance would draw its weak modes towards zero, as if by a term of the library.
/// </remarks>
internal sealed class EliminatedStarts
{
    private readonly double[] first;
    private readonly double firstNoise;
    private readonly StepResponses responses;
    private readonly double[] factor;

    // L⁻¹[Ψ t], shape [rows, terms + 1].
    private readonly double[] whitened;

    /// <summary>Sets up a window's problem.</summary>
    /// <param name="observed">Coordinates of the snapshots, shape [times, dimension].</param>
    /// <param name="noise">Noise variance in a coordinate of each snapshot, shape [times].</param>
    /// <param name="truncation">Squared truncation error of the solver in each coordinate, shape [(times - 1)·dimension].</param>
    /// <param name="responses">The solver's answers about <paramref name="start"/> and <paramref name="coefficients"/>.</param>
    /// <param name="start">x₀, coordinates of the start.</param>
    /// <param name="coefficients">h₀, coefficients of the terms added to the imperfect equation.</param>
    public EliminatedStarts(
        States observed,
        IReadOnlyList<double> noise,
        ReadOnlySpan<double> truncation,
        StepResponses responses,
        ReadOnlySpan<double> start,
        ReadOnlySpan<double> coefficients)
    {
        first = observed[0].ToArray();
        firstNoise = noise[0];
        this.responses = responses;
        Rows = responses.ToStart.Count;
        Terms = coefficients.Length;
        factor = Covariance(noise, truncation, observed.Size);
        Blas.Cholesky(Factor);
        whitened = new double[Rows * (Terms + 1)];
        for (var i = 0; i < Rows; i++)
        {
            var row = whitened.AsSpan(i * (Terms + 1), Terms + 1);
            row[Terms] = observed.Values[observed.Size + i] - responses.Forecast.Values[i]
                + Displacement(responses.ToStart[i], start);
            for (var j = 0; j < Terms; j++)
            {
                row[j] = responses.ToCoefficients[j][i];
                row[Terms] += row[j] * coefficients[j];
            }
        }

        Blas.SolveLower(Factor, new MatrixSpan(whitened, Rows, Terms + 1));
    }

    /// <summary>Number of rows: coordinates of the later snapshots.</summary>
    public int Rows { get; }

    /// <summary>Number of terms of the library.</summary>
    public int Terms { get; }

    private MatrixSpan Factor => new(factor, Rows, Rows);

    /// <summary>L⁻¹ times a column of Ψ, or times t for the column after the last.</summary>
    public void CopyColumn(int column, Span<double> destination)
    {
        for (var i = 0; i < Rows; i++)
        {
            destination[i] = whitened[(i * (Terms + 1)) + column];
        }
    }

    /// <summary>What is left of the whitened target at the given coefficients: white with variance 1 if all is well.</summary>
    public double[] Residual(IReadOnlyList<double> coefficients)
    {
        var residual = new double[Rows];
        for (var i = 0; i < Rows; i++)
        {
            var row = whitened.AsSpan(i * (Terms + 1), Terms + 1);
            residual[i] = row[Terms];
            for (var j = 0; j < Terms; j++)
            {
                residual[i] -= row[j] * coefficients[j];
            }
        }

        return residual;
    }

    /// <summary>Estimate of the start, y₀ + r₀FᵀC⁻¹(t - Ψh).</summary>
    public double[] Start(IReadOnlyList<double> coefficients)
    {
        var weights = Residual(coefficients);
        Blas.SolveUpper(Factor.T, new MatrixSpan(weights, Rows, 1));
        var start = (double[])first.Clone();
        for (var i = 0; i < Rows; i++)
        {
            var row = responses.ToStart[i];
            for (var j = 0; j < start.Length; j++)
            {
                start[j] += firstNoise * row[j] * weights[i];
            }
        }

        return start;
    }

    private double Displacement(ReadOnlySpan<double> row, ReadOnlySpan<double> start)
    {
        var sum = 0.0;
        for (var j = 0; j < row.Length; j++)
        {
            sum += row[j] * (start[j] - first[j]);
        }

        return sum;
    }

    private double[] Covariance(IReadOnlyList<double> noise, ReadOnlySpan<double> truncation, int dimension)
    {
        var c = new double[Rows * Rows];
        Blas.Syrk(firstNoise, MatrixSpan.Of(responses.ToStart), 0, new MatrixSpan(c, Rows, Rows));
        for (var i = 0; i < Rows; i++)
        {
            c[(i * Rows) + i] += noise[1 + (i / dimension)] + truncation[i];
        }

        return c;
    }
}
