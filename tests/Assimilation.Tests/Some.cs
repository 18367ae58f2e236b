using MathNet.Numerics.LinearAlgebra;
using Sci.Numerics;

namespace Sci.Assimilation.Tests;

/// <summary>Ensembles and covariances to try things on, and the same as matrices of an independent library.</summary>
internal static class Some
{
    public static States Ensemble(int members, int size, ulong seed)
    {
        var random = new RandomSource(seed);
        var ensemble = new States(members, size);
        random.Normals(ensemble.Values);
        for (var m = 0; m < members; m++)
        {
            for (var i = 1; i < size; i++)
            {
                ensemble[m][i] = (0.7 * ensemble[m][i - 1]) + ensemble[m][i] + (0.1 * i);
            }
        }

        return ensemble;
    }

    public static double[] Vector(int size, ulong seed)
    {
        var vector = new double[size];
        new RandomSource(seed).Normals(vector);
        return vector;
    }

    public static Observations Correlated(int stateSize, int[] indices)
    {
        var covariance = new States(indices.Length, indices.Length);
        for (var i = 0; i < indices.Length; i++)
        {
            for (var j = 0; j < indices.Length; j++)
            {
                covariance[i][j] = 0.5 * Math.Exp(-Math.Abs(i - j) / 2.0);
            }
        }

        return new Observations(WeightedSums.Of(stateSize, indices), new CorrelatedErrors(covariance));
    }

    public static Matrix<double> Matrix(States states) =>
        Matrix<double>.Build.Dense(states.Count, states.Size, (i, j) => states[i][j]);

    public static Matrix<double> Matrix(IObservationOperator linear)
    {
        var h = Matrix<double>.Build.Dense(linear.Count, linear.StateSize);
        var column = new double[linear.Count];
        for (var j = 0; j < linear.StateSize; j++)
        {
            var unit = new double[linear.StateSize];
            unit[j] = 1;
            linear.Apply(unit, column);
            h.SetColumn(j, column);
        }

        return h;
    }

    public static Matrix<double> Matrix(ErrorCovariance errors)
    {
        var r = Matrix<double>.Build.Dense(errors.Count, errors.Count);
        for (var j = 0; j < errors.Count; j++)
        {
            var unit = new double[errors.Count];
            unit[j] = 1;
            errors.Color(unit);
            r.SetColumn(j, unit);
        }

        return r * r.Transpose();
    }

    public static Vector<double> Mean(States ensemble) => Matrix(ensemble).ColumnSums() / ensemble.Count;

    public static Matrix<double> Covariance(States ensemble)
    {
        var mean = Mean(ensemble);
        var anomalies = Matrix<double>.Build.Dense(ensemble.Count, ensemble.Size, (i, j) => ensemble[i][j] - mean[j]);
        return anomalies.TransposeThisAndMultiply(anomalies) / (ensemble.Count - 1);
    }

    /// <summary>The Kalman filter's analysis: mean and covariance.</summary>
    public static (Vector<double> Mean, Matrix<double> Covariance) Kalman(
        Vector<double> mean, Matrix<double> covariance, Observations observations, double[] y)
    {
        var h = Matrix(observations.Operator);
        var gain =
            covariance * h.Transpose() * ((h * covariance * h.Transpose()) + Matrix(observations.Errors)).Inverse();
        return (mean + (gain * (Vector<double>.Build.Dense(y) - (h * mean))), covariance - (gain * h * covariance));
    }

    public static void Near(double expected, double actual, double tolerance) =>
        Assert.Equal(expected, actual, tolerance);

    public static void Near(IEnumerable<double> expected, IEnumerable<double> actual, double tolerance) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
}
