using System.Numerics.Tensors;
using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>A forecast ensemble as its observations see it, in units of their errors.</summary>
/// <remarks>
/// With R = L Lᵀ: the rows of <see cref="Y"/> are L⁻¹ (H(xₘ) - mean), and <see cref="Innovation"/> is L⁻¹ (y - mean).
/// </remarks>
internal sealed class Prior : IDisposable
{
    // Members observed by one thread in one go.
    private const int Block = 64;

    private Prior(Matrix y, double[] innovation)
    {
        Y = y;
        Innovation = innovation;
    }

    /// <summary>Observed anomalies, shape [members, observations].</summary>
    public Matrix Y { get; }

    /// <summary>Observed values minus the mean of the members', shape [observations].</summary>
    public double[] Innovation { get; }

    public static Prior Of(States ensemble, Observations observations, ReadOnlySpan<double> y)
    {
        var observed = Matrix.Rent(ensemble.Count, observations.Count);
        Work.InBlocks(ensemble.Count, Block, Workers.Limit, (first, end) => Observe(
            ensemble, observations, observed, first, end));
        var innovation = y.ToArray();
        observations.Errors.Whiten(innovation);
        var mean = new double[observations.Count];
        Moments.Center(observed.Values, mean);
        TensorPrimitives.Subtract(innovation, mean, innovation);
        return new Prior(observed, innovation);
    }

    private static void Observe(States ensemble, Observations observations, Matrix observed, int first, int end)
    {
        if (observations is { Operator: Everything, Errors: IndependentErrors { Alike: true } errors })
        {
            var (from, to) = (first * ensemble.Size, end * ensemble.Size);
            TensorPrimitives.Multiply(ensemble.Values[from..to], errors.Inverses[0], observed.Values[from..to]);
            return;
        }

        for (var m = first; m < end; m++)
        {
            observations.Operator.Apply(ensemble[m], observed[m]);
            observations.Errors.Whiten(observed[m]);
        }
    }

    public void Dispose() => Y.Dispose();
}
