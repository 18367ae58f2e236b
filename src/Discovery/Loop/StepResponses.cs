using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>Makes a solver of an equation that takes steps of a given length.</summary>
public delegate IModel SolverFactory(Equation equation, double timeStep);

/// <summary>The solver's own answers over one window: where it goes, and how that moves with its start and its coefficients.</summary>
/// <param name="Forecast">Coordinates of the forecast at the later times, shape [times - 1, dimension].</param>
/// <param name="ToStart">∂forecast/∂start, row (time, coordinate), shape [(times - 1)·dimension, dimension].</param>
/// <param name="ToCoefficients">∂forecast/∂coefficient of each term, shape [terms, (times - 1)·dimension].</param>
/// <param name="Truncation">Forecast minus the same with half the step, shape [times - 1, dimension].</param>
public sealed record StepResponses(States Forecast, States ToStart, States ToCoefficients, States Truncation)
{
    // Half the digits go to the difference and half to its error.
    private const double Increment = 1e-7;

    /// <summary>Runs the solver from each start, and from starts and with coefficients a little beside it, as ensembles.</summary>
    /// <param name="solver">Makes the solver.</param>
    /// <param name="equation">The equation as it stands.</param>
    /// <param name="terms">Terms whose coefficients are varied.</param>
    /// <param name="band">Coordinates of the starts.</param>
    /// <param name="starts">Coordinates of the state at the first time, one row a window.</param>
    /// <param name="times">Times of the snapshots, the same for all windows but for a shift.</param>
    /// <param name="timeStep">Longest step; the intervals are divided evenly.</param>
    /// <exception cref="BlowUpException">The solver leaves the finite numbers.</exception>
    public static StepResponses[] Of(
        SolverFactory solver,
        Equation equation,
        IReadOnlyList<Term> terms,
        FourierBand band,
        States starts,
        IReadOnlyList<double> times,
        double timeStep)
    {
        ArgumentNullException.ThrowIfNull(solver);
        ArgumentNullException.ThrowIfNull(equation);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(band);
        ArgumentNullException.ThrowIfNull(starts);
        var itinerary = new Itinerary(times, timeStep);
        var points = equation.Grid.Points;
        var states = band.Lift(starts, points);
        var models = itinerary.Solvers(solver, equation, 1);
        var forecast = itinerary.Run(models, 1, states, band);
        var halved = itinerary.Run(itinerary.Solvers(solver, equation, 2), 2, states, band);
        var toCoefficients = Perturbed(solver, equation, terms, itinerary, states, band, forecast);
        var responses = new StepResponses[starts.Count];
        for (var window = 0; window < responses.Length; window++)
        {
            var own = Pick(forecast, window);
            responses[window] = new StepResponses(
                own,
                ToStartOf(models, itinerary, starts[window], points, band, own),
                toCoefficients[window],
                Minus(own, Pick(halved, window)));
        }

        return responses;
    }

    private static States ToStartOf(
        IModel[] models, Itinerary itinerary, Span<double> start, int points, FourierBand band, States forecast)
    {
        var scale = Increment * Math.Sqrt(SumOfSquares(start));
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
                var still = forecast[time];
                for (var i = 0; i < band.Dimension; i++)
                {
                    response[(time * band.Dimension) + i][j] = (moved[i] - still[i]) / scale;
                }
            }
        }

        return response;
    }

    // A term's coefficient is moved by what changes the state by about a ten-millionth over the window.
    private static States[] Perturbed(
        SolverFactory solver, Equation equation, IReadOnlyList<Term> terms, Itinerary itinerary, States states, FourierBand band, States[] forecast)
    {
        var sizes = TermSizes.Of(equation, terms, states);
        var rms = Math.Sqrt(SumOfSquares(states.Values) / states.Values.Length);
        var responses = Enumerable.Range(0, states.Count)
            .Select(_ => new States(terms.Count, forecast.Length * band.Dimension)).ToArray();
        for (var term = 0; term < terms.Count; term++)
        {
            var increment = Increment * rms / (sizes[term] * itinerary.Length);
            var moved = equation.Plus([new WeightedTerm(increment, terms[term])]);
            var runs = itinerary.Run(itinerary.Solvers(solver, moved, 1), 1, states, band);
            for (var window = 0; window < states.Count; window++)
            {
                for (var time = 0; time < runs.Length; time++)
                {
                    var to = runs[time][window];
                    var from = forecast[time][window];
                    var response = responses[window][term].Slice(time * band.Dimension, band.Dimension);
                    for (var i = 0; i < response.Length; i++)
                    {
                        response[i] = (to[i] - from[i]) / increment;
                    }
                }
            }
        }

        return responses;
    }

    private static States Pick(States[] times, int row)
    {
        var picked = new States(times.Length, times[0].Size);
        for (var time = 0; time < times.Length; time++)
        {
            times[time][row].CopyTo(picked[time]);
        }

        return picked;
    }

    private static States Minus(States a, States b)
    {
        var difference = new States(a.Count, a.Size);
        for (var i = 0; i < difference.Values.Length; i++)
        {
            difference.Values[i] = a.Values[i] - b.Values[i];
        }

        return difference;
    }

    private static double SumOfSquares(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value * value;
        }

        return sum;
    }
}
