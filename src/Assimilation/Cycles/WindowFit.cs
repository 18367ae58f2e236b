using System.Numerics.Tensors;
using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>A window's start as weights of its prior anomalies: members x₀ + (w + T) A₀.</summary>
internal sealed class WindowFit : IDisposable
{
    private readonly Observations observations;
    private readonly double[] y;
    private readonly double[] mean;
    private readonly Matrix anomalies;
    private readonly Matrix before;
    private Matrix? forecast;

    public WindowFit(States start, Observations observations, double[] y)
    {
        (this.observations, this.y) = (observations, y);
        Members = start.Count;
        mean = new double[start.Size];
        anomalies = Anomalies.Of(start, mean);
        Weights = new double[Members];
        Step = new double[Members];
        before = Matrix.Rent(Members, Members);
        Transform = Identity(Members);
        Inverse = Identity(Members);
    }

    public int Members { get; }

    /// <summary>w, of the mean, shape [members].</summary>
    public double[] Weights { get; }

    /// <summary>The last change of w.</summary>
    public double[] Step { get; }

    /// <summary>T, of the anomalies, shape [members, members].</summary>
    public Matrix Transform { get; }

    /// <summary>T⁻¹, where the step keeps it.</summary>
    public Matrix Inverse { get; }

    public Prior Observe(States ensemble) => Prior.Of(ensemble, observations, y);

    public void Reconstruct(States ensemble) => Combine(mean, anomalies, Weights, Transform, ensemble);

    public void KeepForecast(States ensemble) => forecast = Anomalies.Of(ensemble);

    /// <summary>Takes the step: the change of w and, before the caller overwrites it, the old T.</summary>
    public double Accept()
    {
        Transform.Values.CopyTo(before.Values);
        TensorPrimitives.Add(Weights, Step, Weights);
        return Math.Sqrt(TensorPrimitives.SumOfSquares<double>(Step) / Members);
    }

    /// <summary>
    /// Adds the last step to the ensemble at the end of the window, by the forecast's linear response.
    /// </summary>
    public void Finish(States ensemble)
    {
        using var change = Matrix.Rent(Members, Members);
        TensorPrimitives.Subtract(Transform.Values, before.Values, change.Values);
        Moments.Shift(change.Values, 1, Step);
        Dense.Add(change, forecast!, ensemble);
    }

    public void Dispose()
    {
        anomalies.Dispose();
        before.Dispose();
        forecast?.Dispose();
        Transform.Dispose();
        Inverse.Dispose();
    }

    private static void Combine(double[] mean, Matrix anomalies, double[] w, Matrix transform, States ensemble)
    {
        using var weights = Matrix.Rent(transform.Rows, transform.Columns);
        transform.Values.CopyTo(weights.Values);
        Moments.Shift(weights.Values, 1, w);
        for (var m = 0; m < ensemble.Count; m++)
        {
            mean.CopyTo(ensemble[m]);
        }

        Dense.Add(weights, anomalies, ensemble);
    }

    private static Matrix Identity(int size)
    {
        var identity = Matrix.Rent(size, size);
        identity.Values.Clear();
        for (var i = 0; i < size; i++)
        {
            identity[i][i] = 1;
        }

        return identity;
    }
}
