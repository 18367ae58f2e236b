using System.Runtime.CompilerServices;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation;

/// <summary>Weights of observations by their distance from points of a periodic grid.</summary>
/// <remarks>The lists of neighbours are made once for each set of places, and kept for as long as it lives.</remarks>
public sealed class Localization
{
    private readonly States points;
    private readonly ITaper taper;
    private readonly ConditionalWeakTable<States, Neighborhood[]> ofPoints = [];
    private readonly ConditionalWeakTable<States, Neighborhood[]> ofObservations = [];
    private readonly ConditionalWeakTable<States, Neighborhood[]> betweenObservations = [];

    /// <summary>Takes the grid of each field of the state and the weight against distance.</summary>
    public Localization(Grid grid, ITaper taper)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(taper);
        Grid = grid;
        this.taper = taper;
        points = Places.Of(grid, Enumerable.Range(0, grid.Points));
    }

    /// <summary>Grid of each field of the state.</summary>
    public Grid Grid { get; }

    // The observations that count at each grid point.
    internal Neighborhood[] ObservationsAround(Observations observations) =>
        ofPoints.GetValue(Located(observations), places => Neighborhood.Of(Grid, taper, points, places));

    // Multiplies the gains of observation j by its weight at the points of every field and at the other observations.
    internal void Taper(Observations observations, int j, Span<double> gain, Span<double> seen)
    {
        var located = Located(observations);
        ofObservations.GetValue(located, places => Neighborhood.Of(Grid, taper, places, points))[j].Taper(
            gain, Grid.Points);
        betweenObservations.GetValue(located, places => Neighborhood.Of(Grid, taper, places, places))[j].Taper(
            seen, seen.Length);
    }

    private States Located(Observations observations)
    {
        if (observations.Places is not { } places
            || places.Count != observations.Count || !observations.Errors.Independent)
        {
            throw new ArgumentException(
                "Localisation needs a place for every observation (Observations.Places) and independent errors.",
                nameof(observations));
        }

        if (observations.Operator.StateSize % Grid.Points != 0)
        {
            throw new ArgumentException(
                $"A state of {observations.Operator.StateSize} values holds no whole "
                + $"number of fields on {Grid.Points} points.",
                nameof(observations));
        }

        return places;
    }
}
