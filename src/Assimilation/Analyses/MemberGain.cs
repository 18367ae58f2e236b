using System.Numerics.Tensors;
using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>The gain by a system of the size of the ensemble.</summary>
internal sealed class MemberGain : Gain
{
    private readonly Matrix y;
    private readonly Matrix anomalies;
    private readonly double unit = 1;
    private readonly Matrix factor;

    public MemberGain(States ensemble, Observations observations, Matrix y)
    {
        this.y = y;
        if (observations is { Operator: Everything, Errors: IndependentErrors { Alike: true } errors })
        {
            // A is Y in another unit.
            (anomalies, unit) = (y, errors.Deviations[0]);
        }
        else
        {
            anomalies = Anomalies.Of(ensemble);
        }

        factor = Matrix.Rent(y.Rows, y.Rows);
        Dense.OuterGram(1.0 / (y.Rows - 1), y, factor);
        Dense.FactorWithIdentity(factor);
    }

    public override void Move(States ensemble, Matrix departures)
    {
        using var weights = Matrix.Rent(y.Rows, y.Rows);
        Dense.Outer(1.0 / (y.Rows - 1), y, departures, weights);
        Dense.Solve(factor, weights);
        TensorPrimitives.Multiply(weights.Values, unit, weights.Values);
        Dense.AddInner(weights, anomalies, ensemble);
    }

    public override void MoveOne(Span<double> state, Span<double> departure)
    {
        var weights = new double[y.Rows];
        for (var m = 0; m < weights.Length; m++)
        {
            weights[m] = unit * TensorPrimitives.Dot<double>(y[m], departure) / (y.Rows - 1);
        }

        Dense.Solve(factor, weights);
        for (var m = 0; m < weights.Length; m++)
        {
            TensorPrimitives.MultiplyAdd(anomalies[m], weights[m], state, state);
        }
    }

    public override void Dispose()
    {
        if (anomalies != y)
        {
            anomalies.Dispose();
        }

        factor.Dispose();
    }
}
