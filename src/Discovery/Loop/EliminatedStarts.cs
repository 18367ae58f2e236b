using System.Numerics.Tensors;
using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>The regression problem of one window once its unknown start is integrated out.</summary>
/// <remarks>
/// The start x has the prior N(0, S) of the climate and the first snapshot y₀ = x + n₀, together N(m, P). Linearised about
/// x₀ and h₀, the later snapshots are y = M(x₀; h₀) + F(x - x₀) + Ψ(h - h₀) + n, so that
/// t = y - M + F(x₀ - m) + Ψh₀ = Ψh + e with e ~ N(0, C), C = FPFᵀ + R. The rows are whitened with C = LLᵀ: a row has
/// noise variance 1. This is the Gauss-Newton step of weak-constraint-free 4D-Var with the states eliminated (variable
/// projection; Golub and Pereyra, 1973, doi:10.1137/0710036).
/// </remarks>
internal sealed class EliminatedStarts
{
    private readonly double[] mean;
    private readonly double[] variance;
    private readonly States toStart;
    private readonly Cholesky covariance;

    /// <summary>Sets up a window's problem.</summary>
    /// <param name="observed">Coordinates of the snapshots, shape [times, dimension].</param>
    /// <param name="noise">Noise variance in a coordinate of each snapshot, shape [times].</param>
    /// <param name="signal">Climatological variance of each coordinate, shape [dimension].</param>
    /// <param name="truncation">Squared truncation error of the solver in each coordinate, shape [(times - 1)·dimension].</param>
    /// <param name="responses">The solver's answers about <paramref name="start"/> and <paramref name="coefficients"/>.</param>
    /// <param name="start">x₀, coordinates of the start.</param>
    /// <param name="coefficients">h₀, coefficients of the terms added to the imperfect equation.</param>
    public EliminatedStarts(
        States observed,
        IReadOnlyList<double> noise,
        IReadOnlyList<double> signal,
        ReadOnlySpan<double> truncation,
        StepResponses responses,
        ReadOnlySpan<double> start,
        ReadOnlySpan<double> coefficients)
    {
        var dimension = observed.Size;
        (mean, variance) = First(observed[0], noise[0], signal);
        toStart = responses.ToStart;
        Rows = toStart.Count;
        covariance = Cholesky.Of(Covariance(noise, truncation, dimension), Rows);
        Target = new double[Rows];
        for (var i = 0; i < Rows; i++)
        {
            Target[i] = observed.Values[dimension + i] - responses.Forecast.Values[i] + Displacement(toStart[i], start);
            for (var j = 0; j < coefficients.Length; j++)
            {
                Target[i] += responses.ToCoefficients[j][i] * coefficients[j];
            }
        }

        covariance.Forward(Target);
        Columns = responses.ToCoefficients.Clone();
        for (var j = 0; j < Columns.Count; j++)
        {
            covariance.Forward(Columns[j]);
        }
    }

    /// <summary>Number of rows: coordinates of the later snapshots.</summary>
    public int Rows { get; }

    /// <summary>L⁻¹t.</summary>
    public double[] Target { get; }

    /// <summary>L⁻¹Ψ, shape [terms, rows].</summary>
    public States Columns { get; }

    /// <summary>What is left of the whitened target at the given coefficients: white with variance 1 if all is well.</summary>
    public double[] Residual(IReadOnlyList<double> coefficients)
    {
        var residual = (double[])Target.Clone();
        for (var j = 0; j < Columns.Count; j++)
        {
            var column = Columns[j];
            for (var i = 0; i < Rows; i++)
            {
                residual[i] -= column[i] * coefficients[j];
            }
        }

        return residual;
    }

    /// <summary>Posterior mean of the start, m + PFᵀC⁻¹(t - Ψh).</summary>
    public double[] Start(IReadOnlyList<double> coefficients)
    {
        var weights = Residual(coefficients);
        covariance.Backward(weights);
        var start = (double[])mean.Clone();
        for (var i = 0; i < Rows; i++)
        {
            var row = toStart[i];
            for (var j = 0; j < start.Length; j++)
            {
                start[j] += variance[j] * row[j] * weights[i];
            }
        }

        return start;
    }

    /// <summary>Posterior mean and variance of the start from the climate and the first snapshot alone.</summary>
    public static (double[] Mean, double[] Variance) First(ReadOnlySpan<double> observed, double noise, IReadOnlyList<double> signal)
    {
        var mean = new double[observed.Length];
        var variance = new double[observed.Length];
        for (var j = 0; j < mean.Length; j++)
        {
            var gain = signal[j] / (signal[j] + noise);
            mean[j] = gain * observed[j];
            variance[j] = gain * noise;
        }

        return (mean, variance);
    }

    private double Displacement(ReadOnlySpan<double> row, ReadOnlySpan<double> start)
    {
        var sum = 0.0;
        for (var j = 0; j < row.Length; j++)
        {
            sum += row[j] * (start[j] - mean[j]);
        }

        return sum;
    }

    private double[] Covariance(IReadOnlyList<double> noise, ReadOnlySpan<double> truncation, int dimension)
    {
        var scaled = new States(Rows, dimension);
        for (var i = 0; i < Rows; i++)
        {
            for (var j = 0; j < dimension; j++)
            {
                scaled[i][j] = toStart[i][j] * Math.Sqrt(variance[j]);
            }
        }

        var c = new double[Rows * Rows];
        for (var i = 0; i < Rows; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                c[(i * Rows) + j] = c[(j * Rows) + i] = TensorPrimitives.Dot<double>(scaled[i], scaled[j]);
            }

            c[(i * Rows) + i] += noise[1 + (i / dimension)] + truncation[i];
        }

        return c;
    }
}
