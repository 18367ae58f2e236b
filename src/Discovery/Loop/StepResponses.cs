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
        var states = band.Lift(starts, equation.Grid.Points);
        var itinerary = new Itinerary(times, timeStep);
        var forecast = itinerary.Run(itinerary.Solvers(solver, equation, 1), 1, states, band);
        var halved = itinerary.Run(itinerary.Solvers(solver, equation, 2), 2, states, band);
        var derivatives = Derivatives.Of(solver, equation, terms, band, starts, states, forecast, times, timeStep);
        return [.. derivatives.Select((own, window) => new StepResponses(
            Pick(forecast, window), own.ToStart, own.ToCoefficients, Minus(Pick(forecast, window), Pick(halved, window))))];
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
}
