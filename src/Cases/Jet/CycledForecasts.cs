using Sci.Discovery;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Forecasts from cycled analyses, which a model errs in as well as in the forecasts themselves.</summary>
/// <remarks>
/// To take the analyses as given and to make them anew with what was found overshoots: an error of the model grows over
/// the window, and is taken for that of one interval. Where analyses hold on to the forecasts (few readings, much
/// noise) it does so by more than twice in some directions, and never settles.
/// </remarks>
internal sealed class CycledForecasts(JetCycling cycling, JetComparison comparison, States ends, double interval)
    : IForecasts
{
    public double[] Residual(IEquationModel model)
    {
        var states = cycling.Starts(model);
        model.Advance(states, JetCycling.Steps(model, interval));
        var residual = comparison.Readout.Read(states);
        System.Numerics.Tensors.TensorPrimitives.Subtract(ends.Values, residual.Values, residual.Values);
        return residual.Values.ToArray();
    }

    public States Columns(IEquationModel model, IReadOnlyList<FieldTerm> terms)
    {
        var responses = comparison.Readout.Read(cycling.Responses(model, terms, interval));
        var columns = new States(terms.Count, responses.Values.Length / terms.Count);
        for (var row = 0; row < responses.Count; row++)
        {
            responses[row].CopyTo(columns[row % terms.Count][(row / terms.Count * responses.Size)..]);
        }

        return columns;
    }
}
