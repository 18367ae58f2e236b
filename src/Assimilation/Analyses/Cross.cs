using System.Numerics.Tensors;
using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>Covariance of the observed values, in units of their errors, with the state: YᵀA/(N-1).</summary>
internal static class Cross
{
    /// <param name="ensemble">Whose anomalies are A.</param>
    /// <param name="observations">What Y is seen through.</param>
    /// <param name="y">Y, shape [members, observations].</param>
    /// <param name="gram">YᵀY/(N-1).</param>
    /// <returns>Shape [observations, state size], for the caller to dispose of.</returns>
    public static Matrix Of(States ensemble, Observations observations, Matrix y, Matrix gram)
    {
        var cross = Matrix.Rent(y.Columns, ensemble.Size);
        if (observations is { Operator: Everything, Errors: IndependentErrors errors })
        {
            // A is Y with the deviations put back.
            for (var i = 0; i < cross.Rows; i++)
            {
                TensorPrimitives.Multiply(gram[i], errors.Deviations, cross[i]);
            }
        }
        else
        {
            using var anomalies = Anomalies.Of(ensemble);
            Dense.Inner(1.0 / (y.Rows - 1), y, anomalies, cross);
        }

        return cross;
    }
}
