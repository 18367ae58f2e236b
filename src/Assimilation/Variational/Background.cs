using System.Numerics.Tensors;
using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>A fixed mean and covariance of the states, such as their climatology.</summary>
/// <param name="Mean">Shape [state size].</param>
/// <param name="Factor">Rows f with covariance Σ f fᵀ, shape [rank, state size].</param>
public sealed record Background(double[] Mean, States Factor)
{
    /// <summary>Mean and covariance of the rows of a long run.</summary>
    public static Background Of(States run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var mean = new double[run.Size];
        using var anomalies = Anomalies.Of(run, mean);
        using var covariance = Matrix.Rent(run.Size, run.Size);
        Dense.Gram(1.0 / (run.Count - 1), anomalies, covariance);
        using var spectrum = Spectrum.Of(covariance);
        var factor = new States(run.Size, run.Size);
        var unit = new double[run.Size];
        for (var k = 0; k < run.Size; k++)
        {
            unit[k] = Math.Sqrt(Math.Max(0, spectrum.Values[k]));
            spectrum.Combine(unit, factor[k]);
            unit[k] = 0;
        }

        return new Background(mean, factor);
    }

    /// <summary>Mean zero and one variance of every value, independent; of a variance of zero no factor.</summary>
    public static Background Independent(int size, double variance)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(variance);
        var factor = new States(variance > 0 ? size : 0, size);
        for (var i = 0; i < factor.Count; i++)
        {
            factor[i][i] = Math.Sqrt(variance);
        }

        return new Background(new double[size], factor);
    }

    /// <summary>The same mean with the covariance multiplied by <paramref name="factor"/>.</summary>
    public Background Scaled(double factor)
    {
        var scaled = Factor.Clone();
        for (var i = 0; i < scaled.Values.Length; i++)
        {
            scaled.Values[i] *= Math.Sqrt(factor);
        }

        return this with { Factor = scaled };
    }

    /// <summary>
    /// Moves a state by the covariance's gain times its innovation, H linearised by differences along the factor.
    /// </summary>
    internal void Move(Span<double> state, Observations observations, ReadOnlySpan<double> y)
    {
        var (moved, seen) = (new double[state.Length], new double[observations.Count]);
        using var response = Matrix.Rent(Factor.Count, observations.Count);
        observations.Operator.Apply(state, seen);
        for (var k = 0; k < Factor.Count; k++)
        {
            TensorPrimitives.Add(state, Factor[k], moved);
            observations.Operator.Apply(moved, response[k]);
            TensorPrimitives.Subtract(response[k], seen, response[k]);
            observations.Errors.Whiten(response[k]);
        }

        var departure = new double[observations.Count];
        TensorPrimitives.Subtract(y, seen, departure);
        observations.Errors.Whiten(departure);
        Gain(response, departure, state);
    }

    private void Gain(Matrix response, double[] departure, Span<double> state)
    {
        using var system = Matrix.Rent(response.Columns, response.Columns);
        Dense.Gram(1, response, system);
        Dense.FactorWithIdentity(system);
        Dense.Solve(system, departure);
        for (var k = 0; k < Factor.Count; k++)
        {
            var weight = TensorPrimitives.Dot<double>(response[k], departure);
            TensorPrimitives.MultiplyAdd(Factor[k], weight, state, state);
        }
    }
}
