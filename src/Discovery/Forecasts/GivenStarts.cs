using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>Forecasts from states that no model was asked for.</summary>
internal sealed class GivenStarts(States starts, States seen, FieldReadout readout, int steps) : IForecasts
{
    public double[] Residual(IEquationModel model)
    {
        var states = starts.Clone();
        model.Advance(states, steps);
        var residual = readout.Read(states).Values.ToArray();
        for (var i = 0; i < residual.Length; i++)
        {
            residual[i] = seen.Values[i] - residual[i];
        }

        return residual;
    }

    public States Columns(IEquationModel model, IReadOnlyList<FieldTerm> terms)
    {
        var columns = new States(terms.Count, starts.Count * readout.Count);
        for (var pair = 0; pair < starts.Count; pair++)
        {
            var responses = readout.Read(model.Respond(starts.Slice(pair, 1), [], steps, terms));
            for (var j = 0; j < terms.Count; j++)
            {
                responses[j].CopyTo(columns[j][(pair * readout.Count)..]);
            }
        }

        return columns;
    }
}
