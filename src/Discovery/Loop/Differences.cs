using System.Numerics.Tensors;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>Derivatives by differences of ensembles of forecasts: for any solver.</summary>
/// <param name="Coarsening">
/// Gauss-Newton passes end at the same place with derivatives that are a little wrong: where steps of this many times
/// the length make nearly the same forecast, the differences are taken with those. 1 takes the solver's own steps
/// always.
/// </param>
public sealed record Differences(int Coarsening) : ResponseMethod
{
    // Half the digits go to the difference and half to its error.
    private const double Increment = 1e-7;

    // A forecast is nearly the same where it is within this part of the state.
    private const double Near = 1e-2;

    // Runs of several short windows make one ensemble: enough to fill vectors and threads, few enough for the cache.
    private const int RowsTogether = 512;

    internal override Derivatives[] Of(Expansion at)
    {
        if (Coarsening > 1)
        {
            var coarse = at.Itinerary.Coarser(Coarsening);
            if (!coarse.Steps.SequenceEqual(at.Itinerary.Steps)
                && TryRun(at, coarse) is { } atCoarse && IsNear(atCoarse, at.Forecast))
            {
                return Of(at, coarse, atCoarse);
            }
        }

        return Of(at, at.Itinerary, at.Forecast);
    }

    private static Derivatives[] Of(Expansion at, Itinerary itinerary, States[] forecast)
    {
        var toCoefficients = ToCoefficients(at, itinerary, forecast);
        var toStarts = ToStarts(at, itinerary, forecast);
        return [.. toStarts.Zip(toCoefficients, (start, coefficients) => new Derivatives(start, coefficients))];
    }

    private static States[]? TryRun(Expansion at, Itinerary itinerary)
    {
        try
        {
            return at.Run(itinerary, 1);
        }
        catch (BlowUpException)
        {
            return null;
        }
    }

    private static bool IsNear(States[] coarse, States[] forecast) => coarse.Zip(forecast).All(pair =>
        TensorPrimitives.Distance<double>(pair.First.Values, pair.Second.Values)
            <= Near * TensorPrimitives.Norm<double>(pair.Second.Values));

    private static States[] ToStarts(Expansion at, Itinerary itinerary, States[] forecast)
    {
        var models = itinerary.Solvers(at.Solver, at.Equation, 1);
        var responses = new States[at.Starts.Count];
        var together = Math.Max(1, RowsTogether / at.Basis.Dimension);
        Workers.For((responses.Length + together - 1) / together, part =>
        {
            var first = part * together;
            var count = Math.Min(together, responses.Length - first);
            var beside = at.Basis.Lift(Beside(at.Starts, first, count), at.Equation.Grid.Points);
            var runs = itinerary.Run(models, 1, beside, at.Basis);
            for (var window = first; window < first + count; window++)
            {
                responses[window] = Quotients(
                    runs, (window - first) * at.Basis.Dimension, forecast, window, Scale(at.Starts[window]));
            }
        });
        return responses;
    }

    private static double Scale(ReadOnlySpan<double> start) => Increment * TensorPrimitives.Norm(start);

    // The starts of some windows, each moved along every coordinate.
    private static States Beside(States starts, int first, int count)
    {
        var beside = new States(count * starts.Size, starts.Size);
        for (var window = 0; window < count; window++)
        {
            var start = starts[first + window];
            for (var j = 0; j < starts.Size; j++)
            {
                var row = beside[(window * starts.Size) + j];
                start.CopyTo(row);
                row[j] += Scale(start);
            }
        }

        return beside;
    }

    private static States Quotients(States[] runs, int first, States[] forecast, int window, double scale)
    {
        var dimension = forecast[0].Size;
        var response = new States(runs.Length * dimension, dimension);
        for (var time = 0; time < runs.Length; time++)
        {
            for (var j = 0; j < dimension; j++)
            {
                var moved = runs[time][first + j];
                var still = forecast[time][window];
                for (var i = 0; i < dimension; i++)
                {
                    response[(time * dimension) + i][j] = (moved[i] - still[i]) / scale;
                }
            }
        }

        return response;
    }

    // A term's coefficient is moved by what changes the state by about a ten-millionth over the window.
    private static States[] ToCoefficients(Expansion at, Itinerary itinerary, States[] forecast)
    {
        var sizes = TermSizes.Of(at.Equation, at.Terms, at.States);
        var rms = TensorPrimitives.Norm<double>(at.States.Values) / Math.Sqrt(at.States.Values.Length);
        var dimension = at.Basis.Dimension;
        var responses = Enumerable.Range(0, at.States.Count)
            .Select(_ => new States(at.Terms.Count, forecast.Length * dimension)).ToArray();
        Workers.For(at.Terms.Count, term =>
        {
            var increment = Increment * rms / (sizes[term] * itinerary.Length);
            var moved = at.Equation.Plus([new WeightedTerm(increment, at.Terms[term])]);
            var runs = itinerary.Run(itinerary.Solvers(at.Solver, moved, 1), 1, at.States.Clone(), at.Basis);
            for (var window = 0; window < responses.Length; window++)
            {
                for (var time = 0; time < runs.Length; time++)
                {
                    var response = responses[window][term].Slice(time * dimension, dimension);
                    TensorPrimitives.Subtract(runs[time][window], forecast[time][window], response);
                    TensorPrimitives.Divide(response, increment, response);
                }
            }
        });
        return responses;
    }
}
