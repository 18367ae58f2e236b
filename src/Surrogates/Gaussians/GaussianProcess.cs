using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>Regression of a function on a line from a few of its values: a field with its uncertainty.</summary>
/// <remarks>
/// Squared-exponential covariance; its length is that of a list with the largest marginal likelihood, its variance the
/// best
/// for that length. Rasmussen and Williams (2006), chapters 2 and 5.
/// </remarks>
public static class GaussianProcess
{
    /// <summary>The field at <paramref name="places"/> given values at some places.</summary>
    /// <param name="at">Where values are known.</param>
    /// <param name="values">The values; their mean is the prior's.</param>
    /// <param name="places">Where the field is wanted.</param>
    /// <param name="lengths">Correlation lengths to choose from.</param>
    /// <param name="nugget">Variance of the values' errors over the prior's variance.</param>
    public static GaussianField Condition(
        IReadOnlyList<double> at,
        IReadOnlyList<double> values,
        IReadOnlyList<double> places,
        IReadOnlyList<double> lengths,
        double nugget)
    {
        ArgumentNullException.ThrowIfNull(at);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(lengths);
        var mean = values.Average();
        double[] y = [.. values.Select(value => value - mean)];
        var best = lengths.Select(length => Fit(at, y, length, nugget)).MaxBy(fit => fit.LogLikelihood)!;
        var cross = Covariance(places, at, best.Length);
        var field = new States(places.Count, 1, [.. places.Select(_ => mean)]);
        Blas.Gemm(1, MatrixSpan.Of(cross), MatrixSpan.Of(best.Weights), 1, MatrixSpan.Of(field));
        var covariance = Covariance(places, places, best.Length);
        var half = new States(at.Count, places.Count);
        for (var i = 0; i < places.Count; i++)
        {
            for (var j = 0; j < at.Count; j++)
            {
                half[j][i] = cross[i][j];
            }
        }

        Blas.SolveLower(MatrixSpan.Of(best.Factor), MatrixSpan.Of(half));
        Blas.Gemm(-best.Variance, MatrixSpan.Of(half).T, MatrixSpan.Of(half), best.Variance, MatrixSpan.Of(covariance));
        return new GaussianField(field.Values.ToArray(), covariance);
    }

    private static FittedProcess Fit(IReadOnlyList<double> at, double[] y, double length, double nugget)
    {
        var factor = Covariance(at, at, length);
        for (var i = 0; i < at.Count; i++)
        {
            factor[i][i] += nugget;
        }

        Blas.Cholesky(MatrixSpan.Of(factor));
        var weights = new States(at.Count, 1, [.. y]);
        Blas.CholeskySolve(MatrixSpan.Of(factor), MatrixSpan.Of(weights));
        var variance = Math.Max(1e-12, Vectors.Dot<double>(y, weights.Values) / at.Count);
        var logDeterminant = Enumerable.Range(0, at.Count).Sum(i => Math.Log(factor[i][i]));
        return new FittedProcess(
            length, variance, factor, weights, (-0.5 * at.Count * Math.Log(variance)) - logDeterminant);
    }

    private static States Covariance(IReadOnlyList<double> a, IReadOnlyList<double> b, double length)
    {
        var covariance = new States(a.Count, b.Count);
        for (var i = 0; i < a.Count; i++)
        {
            for (var j = 0; j < b.Count; j++)
            {
                var d = (a[i] - b[j]) / length;
                covariance[i][j] = Math.Exp(-0.5 * d * d);
            }
        }

        return covariance;
    }

    private sealed record FittedProcess(
        double Length, double Variance, States Factor, States Weights, double LogLikelihood);
}
