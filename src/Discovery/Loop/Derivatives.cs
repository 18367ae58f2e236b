using System.Numerics.Tensors;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>How a forecast moves with its start and with the coefficients, by ensemble differences.</summary>
/// <param name="ToStart">Row (time, coordinate), shape [(times - 1)·dimension, dimension].</param>
/// <param name="ToCoefficients">Shape [terms, (times - 1)·dimension].</param>
/// <remarks>
/// Gauss-Newton passes end at the same place with derivatives that are a little wrong: where steps of four times the
/// length make nearly the same forecast, the differences are taken with those.
/// </remarks>
internal sealed record Derivatives(States ToStart, States ToCoefficients)
{
    // Half the digits go to the difference and half to its error.
    private const double Increment = 1e-7;

    private const int Coarsening = 4;

    // A forecast is nearly the same where it is within this part of the state.
    private const double Near = 1e-2;

    public static Derivatives[] Of(
        SolverFactory solver,
        Equation equation,
        IReadOnlyList<Term> terms,
        FourierBand band,
        States starts,
        States states,
        States[] forecast,
        IReadOnlyList<double> times,
        double timeStep)
    {
        var coarse = new Itinerary(times, Coarsening * timeStep);
        if (TryRun(coarse, solver, equation, states, band) is { } atCoarse && IsNear(atCoarse, forecast))
        {
            return Differences(coarse, solver, equation, terms, band, starts, states, atCoarse);
        }

        return Differences(new Itinerary(times, timeStep), solver, equation, terms, band, starts, states, forecast);
    }

    private static Derivatives[] Differences(
        Itinerary itinerary,
        SolverFactory solver,
        Equation equation,
        IReadOnlyList<Term> terms,
        FourierBand band,
        States starts,
        States states,
        States[] forecast)
    {
        var models = itinerary.Solvers(solver, equation, 1);
        var toCoefficients = Coefficients(itinerary, solver, equation, terms, states, band, forecast);
        return [.. Enumerable.Range(0, starts.Count).Select(window => new Derivatives(
            Start(models, itinerary, starts[window], equation.Grid.Points, band, forecast, window), toCoefficients[window]))];
    }

    private static States[]? TryRun(Itinerary itinerary, SolverFactory solver, Equation equation, States states, FourierBand band)
    {
        try
        {
            return itinerary.Run(itinerary.Solvers(solver, equation, 1), 1, states, band);
        }
        catch (BlowUpException)
        {
            return null;
        }
    }

    private static bool IsNear(States[] coarse, States[] forecast) => coarse.Zip(forecast).All(pair =>
        TensorPrimitives.Distance<double>(pair.First.Values, pair.Second.Values) <= Near * TensorPrimitives.Norm<double>(pair.Second.Values));

    private static States Start(
        IModel[] models, Itinerary itinerary, Span<double> start, int points, FourierBand band, States[] forecast, int window)
    {
        var scale = Increment * TensorPrimitives.Norm<double>(start);
        var beside = new States(band.Dimension, band.Dimension);
        for (var j = 0; j < band.Dimension; j++)
        {
            start.CopyTo(beside[j]);
            beside[j][j] += scale;
        }

        var runs = itinerary.Run(models, 1, band.Lift(beside, points), band);
        var response = new States(runs.Length * band.Dimension, band.Dimension);
        for (var time = 0; time < runs.Length; time++)
        {
            for (var j = 0; j < band.Dimension; j++)
            {
                var moved = runs[time][j];
                var still = forecast[time][window];
                for (var i = 0; i < band.Dimension; i++)
                {
                    response[(time * band.Dimension) + i][j] = (moved[i] - still[i]) / scale;
                }
            }
        }

        return response;
    }

    // A term's coefficient is moved by what changes the state by about a ten-millionth over the window.
    private static States[] Coefficients(
        Itinerary itinerary,
        SolverFactory solver,
        Equation equation,
        IReadOnlyList<Term> terms,
        States states,
        FourierBand band,
        States[] forecast)
    {
        var sizes = TermSizes.Of(equation, terms, states);
        var rms = TensorPrimitives.Norm<double>(states.Values) / Math.Sqrt(states.Values.Length);
        var responses = Enumerable.Range(0, states.Count)
            .Select(_ => new States(terms.Count, forecast.Length * band.Dimension)).ToArray();
        Workers.For(terms.Count, term =>
        {
            var increment = Increment * rms / (sizes[term] * itinerary.Length);
            var moved = equation.Plus([new WeightedTerm(increment, terms[term])]);
            var runs = itinerary.Run(itinerary.Solvers(solver, moved, 1), 1, states, band);
            for (var window = 0; window < states.Count; window++)
            {
                for (var time = 0; time < runs.Length; time++)
                {
                    var response = responses[window][term].Slice(time * band.Dimension, band.Dimension);
                    TensorPrimitives.Subtract(runs[time][window], forecast[time][window], response);
                    TensorPrimitives.Divide(response, increment, response);
                }
            }
        });
        return responses;
    }
}
