using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation;

/// <summary>What is observed, y = H(x) + ε, and how well, ε from N(0, R).</summary>
/// <param name="Operator">H.</param>
/// <param name="Errors">R, one row an observation.</param>
public sealed record Observations(IObservationOperator Operator, ErrorCovariance Errors)
{
    /// <summary>
    /// Where the observations are: coordinates on the grid's axes, shape [count, dimensions]; for localisation.
    /// </summary>
    public States? Places { get; init; }

    /// <summary>Number of observations.</summary>
    public int Count => Operator.Count;

    /// <summary>Every value of a state, with independent errors of one variance.</summary>
    public static Observations Everything(int stateSize, double variance) =>
        new(new Everything(stateSize), IndependentErrors.Uniform(stateSize, variance));

    /// <summary>Every grid point of a state of one field or more, with places.</summary>
    public static Observations Everywhere(Grid grid, int fields, double variance)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var places = Sci.Assimilation.Places.Of(grid, Enumerable.Range(0, grid.Points * fields));
        return Everything(grid.Points * fields, variance) with { Places = places };
    }

    /// <summary>The listed values of a state on a grid, with places and independent errors of one variance.</summary>
    public static Observations Subset(Grid grid, int fields, IReadOnlyCollection<int> indices, double variance)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(indices);
        return new Observations(
            WeightedSums.Of(grid.Points * fields, indices), IndependentErrors.Uniform(indices.Count, variance))
        {
            Places = Sci.Assimilation.Places.Of(grid, indices),
        };
    }

    /// <summary>One field at any points of its grid, by trigonometric interpolation.</summary>
    /// <param name="grid">The grid of the field, which is the whole state.</param>
    /// <param name="places">Coordinates on the grid's axes, shape [count, dimensions].</param>
    /// <param name="variance">Of the independent errors.</param>
    public static Observations At(Grid grid, States places, double variance)
    {
        ArgumentNullException.ThrowIfNull(places);
        return new Observations(Interpolation.Spectral(grid, places), IndependentErrors.Uniform(places.Count, variance))
        {
            Places = places,
        };
    }

    /// <summary>Observes <paramref name="truth"/>: H(x) plus a draw of the errors.</summary>
    public void Draw(ReadOnlySpan<double> truth, Span<double> y, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Span<double> exact = Count <= 1024 ? stackalloc double[Count] : new double[Count];
        Operator.Apply(truth, exact);
        random.Normals(y);
        Errors.Color(y);
        for (var i = 0; i < y.Length; i++)
        {
            y[i] += exact[i];
        }
    }
}
