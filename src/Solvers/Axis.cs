namespace Sci.Solvers;

/// <summary>An axis of equally spaced points, periodic or between two walls.</summary>
/// <param name="Name">The letter that derivatives carry: <c>x</c> in <c>u_xx</c>.</param>
/// <param name="Points">Number of points.</param>
/// <param name="Length">Period, or distance between the walls, in the model's unit of length.</param>
/// <param name="Origin">Coordinate of the first point.</param>
public sealed record Axis(string Name, int Points, double Length, double Origin)
{
    /// <summary>Whether it ends at walls, half a spacing before the first point and behind the last.</summary>
    public bool HasWalls { get; init; }

    /// <summary>Distance between neighbours.</summary>
    public double Spacing => Length / Points;

    /// <summary>Coordinate of point <paramref name="index"/>.</summary>
    public double Coordinate(int index) => Origin + (index * Spacing);

    /// <summary>
    /// Wavenumber 2πm/L of Fourier mode <paramref name="mode"/>, in 1/length; modes above half the points are negative.
    /// Between walls πm/L, of sines and cosines.
    /// </summary>
    public double Wavenumber(int mode) => HasWalls
        ? Math.PI / Length * mode : 2 * Math.PI / Length * (2 * mode > Points ? mode - Points : mode);

    /// <summary>All coordinates, shape [<see cref="Points"/>].</summary>
    public double[] Coordinates() => [.. Enumerable.Range(0, Points).Select(Coordinate)];
}
