using System.Numerics.Tensors;
using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>The gain by a system of the size of the observations.</summary>
internal sealed class ObservationGain : Gain
{
    private readonly Matrix factor;
    private readonly Matrix cross;

    public ObservationGain(States ensemble, Observations observations, Matrix y)
    {
        factor = Matrix.Rent(y.Columns, y.Columns);
        cross = Matrix.Rent(y.Columns, ensemble.Size);
        var scale = 1.0 / (y.Rows - 1);
        Dense.Gram(scale, y, factor);
        if (observations is { Operator: Everything, Errors: IndependentErrors errors })
        {
            // A is Y with the deviations put back.
            for (var i = 0; i < cross.Rows; i++)
            {
                TensorPrimitives.Multiply(factor[i], errors.Deviations, cross[i]);
            }
        }
        else
        {
            using var anomalies = Anomalies.Of(ensemble);
            Dense.Inner(scale, y, anomalies, cross);
        }

        Dense.FactorWithIdentity(factor);
    }

    public override void Move(States ensemble, Matrix departures)
    {
        Dense.Solve(factor, cross);
        Dense.Add(departures, cross, ensemble);
    }

    public override void MoveOne(Span<double> state, Span<double> departure)
    {
        Dense.Solve(factor, departure);
        for (var i = 0; i < departure.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(cross[i], departure[i], state, state);
        }
    }

    public override void Dispose()
    {
        factor.Dispose();
        cross.Dispose();
    }
}
