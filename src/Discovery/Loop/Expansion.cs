using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>
/// The point about which a solver's forecasts are linearised: starts of all windows, and the equation as it stands.
/// </summary>
internal sealed class Expansion
{
    /// <summary>Runs the solver from each start.</summary>
    /// <param name="solver">Makes the solver.</param>
    /// <param name="equation">The equation as it stands.</param>
    /// <param name="terms">Terms whose coefficients are varied.</param>
    /// <param name="basis">Coordinates of the states.</param>
    /// <param name="starts">Coordinates of the state at the first time, one row a window.</param>
    /// <param name="itinerary">Steps between the snapshots, the same for all windows but for a shift.</param>
    /// <exception cref="BlowUpException">The solver leaves the finite numbers.</exception>
    public Expansion(
        SolverFactory solver,
        Equation equation,
        IReadOnlyList<Term> terms,
        IStateBasis basis,
        States starts,
        Itinerary itinerary)
    {
        (Solver, Equation, Terms, Basis, Itinerary) = (solver, equation, terms, basis, itinerary);
        Starts = starts.Clone();
        States = basis.Lift(starts, equation.Grid.Points);
        Forecast = Run(itinerary, 1);
    }

    public SolverFactory Solver { get; }

    public Equation Equation { get; }

    public IReadOnlyList<Term> Terms { get; }

    public IStateBasis Basis { get; }

    public Itinerary Itinerary { get; }

    /// <summary>Coordinates of the starts, shape [windows, dimension].</summary>
    public States Starts { get; }

    /// <summary>The starts at the points, shape [windows, points].</summary>
    public States States { get; }

    /// <summary>Coordinates of the forecasts, for each later time of shape [windows, dimension].</summary>
    public States[] Forecast { get; }

    /// <summary>The forecasts by other steps between the snapshots.</summary>
    public States[] Run(Itinerary itinerary, int refinement) =>
        itinerary.Run(itinerary.Solvers(Solver, Equation, refinement), refinement, States.Clone(), Basis);

    /// <summary>A window's part of forecasts of all, shape [times - 1, dimension].</summary>
    public static States Pick(States[] times, int window)
    {
        var picked = new States(times.Length, times[0].Size);
        for (var time = 0; time < times.Length; time++)
        {
            times[time][window].CopyTo(picked[time]);
        }

        return picked;
    }
}
