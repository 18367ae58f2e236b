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
        Dense.Gram(1.0 / (y.Rows - 1), y, factor);
        cross = Cross.Of(ensemble, observations, y, factor);
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
