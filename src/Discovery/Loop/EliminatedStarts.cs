using System.Numerics.Tensors;
using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>The regression problem of one window once its unknown start is integrated out.</summary>
/// <remarks>
/// The start x is seen as y₀ = x + n₀. Linearised about x₀ and h₀, the later snapshots are
/// y = M(x₀; h₀) + F(x - x₀) + Ψ(h - h₀) + n, so that t = y - M + F(x₀ - y₀) + Ψh₀ = Ψh + e with e ~ N(0, C),
/// C = r₀FFᵀ + R. The rows are whitened with C = LLᵀ: a row has noise variance 1. A Gauss-Newton step of
/// strong-constraint 4D-Var with the states eliminated (variable projection; Golub and Pereyra, 1973,
/// doi:10.1137/0710036). There is no prior on x: a climate's variance would draw its weak modes towards zero, as if by
/// a term of the library.
/// </remarks>
internal sealed class EliminatedStarts
{
    private readonly States observed;
    private readonly double firstNoise;
    private readonly Derivatives derivatives;
    private readonly States forecast;
    private readonly double[] factor;

    // L⁻¹Ψ, shape [rows, terms]; L⁻¹ of the solver's truncation error and of t, shape [rows].
    private readonly double[] whitened;
    private readonly double[] truncation;
    private readonly double[] target;

    /// <summary>Sets up a window's problem.</summary>
    /// <param name="observed">Coordinates of the snapshots, shape [times, dimension].</param>
    /// <param name="noise">Noise variance in a coordinate of each snapshot, shape [times].</param>
    /// <param name="derivatives">How the forecast moves about <paramref name="start"/> and
    /// <paramref name="coefficients"/>.</param>
    /// <param name="forecast">The solver's forecast from there, shape [times - 1, dimension].</param>
    /// <param name="truncation">The solver's error in this window, of the same shape.</param>
    /// <param name="truncationSquare">Its square, the mean over the windows, shape [(times - 1)·dimension].</param>
    /// <param name="start">x₀, coordinates of the start.</param>
    /// <param name="coefficients">h₀, coefficients of the terms added to the imperfect equation.</param>
    public EliminatedStarts(
        States observed,
        IReadOnlyList<double> noise,
        Derivatives derivatives,
        States forecast,
        States truncation,
        ReadOnlySpan<double> truncationSquare,
        ReadOnlySpan<double> start,
        ReadOnlySpan<double> coefficients)
    {
        (this.observed, this.derivatives, this.forecast) = (observed, derivatives, forecast);
        firstNoise = noise[0];
        factor = Covariance(noise, truncationSquare);
        Blas.Cholesky(Factor);
        whitened = new double[Rows * Terms];
        for (var j = 0; j < Terms; j++)
        {
            var column = derivatives.ToCoefficients[j];
            for (var i = 0; i < Rows; i++)
            {
                whitened[(i * Terms) + j] = column[i];
            }
        }

        Blas.SolveLower(Factor, new MatrixSpan(whitened, Rows, Terms));
        this.truncation = Whitened(truncation.Values.ToArray());
        target = Target(forecast, start, coefficients);
    }

    private EliminatedStarts(
        EliminatedStarts other, States forecast, ReadOnlySpan<double> start, ReadOnlySpan<double> coefficients)
    {
        (observed, firstNoise, derivatives) = (other.observed, other.firstNoise, other.derivatives);
        (factor, whitened, truncation) = (other.factor, other.whitened, other.truncation);
        this.forecast = forecast;
        target = Target(forecast, start, coefficients);
    }

    /// <summary>Number of rows: coordinates of the later snapshots.</summary>
    public int Rows => derivatives.ToStart.Count;

    /// <summary>Number of terms of the library.</summary>
    public int Terms => derivatives.ToCoefficients.Count;

    private MatrixSpan Factor => new(factor, Rows, Rows);

    /// <summary>The problem about another start and other coefficients, with these derivatives.</summary>
    public EliminatedStarts At(States forecast, ReadOnlySpan<double> start, ReadOnlySpan<double> coefficients) =>
        new(this, forecast, start, coefficients);

    /// <summary>
    /// Whitened squares: what the derivatives did not foresee of the forecast's change, and that change.
    /// </summary>
    public (double Unforeseen, double Change) From(EliminatedStarts before)
    {
        var change = new double[Rows];
        TensorPrimitives.Subtract(forecast.Values, before.forecast.Values, change);
        var unforeseen = TensorPrimitives.Distance<double>(target, before.target);
        return (unforeseen * unforeseen, TensorPrimitives.SumOfSquares<double>(Whitened(change)));
    }

    /// <summary>L⁻¹ times a column of Ψ, or times t for the column after the last.</summary>
    public void CopyColumn(int column, Span<double> destination)
    {
        for (var i = 0; i < Rows; i++)
        {
            destination[i] = column < Terms ? whitened[(i * Terms) + column] : target[i];
        }
    }

    /// <summary>
    /// What is left of the whitened target at the given coefficients: white with variance 1 if all is well.
    /// </summary>
    public double[] Residual(ReadOnlySpan<double> coefficients)
    {
        var residual = new double[Rows];
        for (var i = 0; i < Rows; i++)
        {
            residual[i] = target[i] - TensorPrimitives.Dot(whitened.AsSpan(i * Terms, Terms), coefficients);
        }

        return residual;
    }

    /// <summary>Adds ΨᵀC⁻¹d, d the solver's truncation error.</summary>
    public void AddTruncation(Span<double> moments)
    {
        for (var i = 0; i < Rows; i++)
        {
            TensorPrimitives.MultiplyAdd(whitened.AsSpan(i * Terms, Terms), truncation[i], moments, moments);
        }
    }

    /// <summary>Estimate of the start, y₀ + r₀FᵀC⁻¹(t - Ψh).</summary>
    public double[] Start(ReadOnlySpan<double> coefficients)
    {
        var weights = Residual(coefficients);
        Blas.SolveUpper(Factor.T, new MatrixSpan(weights, Rows, 1));
        var start = observed[0].ToArray();
        for (var i = 0; i < Rows; i++)
        {
            TensorPrimitives.MultiplyAdd(derivatives.ToStart[i], firstNoise * weights[i], start, start);
        }

        return start;
    }

    private double[] Target(States forecast, ReadOnlySpan<double> start, ReadOnlySpan<double> coefficients)
    {
        var displacement = new double[start.Length];
        TensorPrimitives.Subtract(start, observed[0], displacement);
        var t = new double[Rows];
        for (var i = 0; i < Rows; i++)
        {
            t[i] = observed.Values[observed.Size + i] - forecast.Values[i]
                + TensorPrimitives.Dot<double>(derivatives.ToStart[i], displacement);
        }

        for (var j = 0; j < Terms; j++)
        {
            if (coefficients[j] != 0)
            {
                TensorPrimitives.MultiplyAdd(derivatives.ToCoefficients[j], coefficients[j], t, t);
            }
        }

        return Whitened(t);
    }

    private double[] Whitened(double[] rows)
    {
        Blas.SolveLower(Factor, new MatrixSpan(rows, Rows, 1));
        return rows;
    }

    private double[] Covariance(IReadOnlyList<double> noise, ReadOnlySpan<double> truncationSquare)
    {
        var c = new double[Rows * Rows];
        Blas.Syrk(firstNoise, MatrixSpan.Of(derivatives.ToStart), 0, new MatrixSpan(c, Rows, Rows));
        for (var i = 0; i < Rows; i++)
        {
            c[(i * Rows) + i] += noise[1 + (i / observed.Size)] + truncationSquare[i];
        }

        return c;
    }
}
