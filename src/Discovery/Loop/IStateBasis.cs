using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>Coordinates of band-limited states in which white noise of what is observed is white.</summary>
/// <remarks>
/// White noise of variance σ² at each of P observed points has variance σ²/P in every coordinate. A coordinate belongs
/// to the mode <see cref="FourierBand.ModeOf"/> of its number.
/// </remarks>
public interface IStateBasis
{
    /// <summary>Highest Fourier mode.</summary>
    int Modes { get; }

    /// <summary>Number of coordinates, 2·<see cref="Modes"/> + 1.</summary>
    int Dimension { get; }

    /// <summary>
    /// Coordinates of observed snapshots, shape [rows, <see cref="Dimension"/>]: the least squares of their noise.
    /// </summary>
    States Observe(States observed);

    /// <summary>Coordinates of states at equally spaced points, shape [rows, <see cref="Dimension"/>].</summary>
    States Project(States states);

    /// <summary>
    /// Band-limited states at <paramref name="points"/> equally spaced points, one for every row of coordinates.
    /// </summary>
    States Lift(States coordinates, int points);
}
