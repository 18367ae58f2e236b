namespace Sci.Discovery;

/// <summary>A regression problem [Φ t] that is written down tile by tile and never held whole.</summary>
/// <remarks>
/// A tile is a run of rows, such as the grid points of one state. <see cref="Fill"/> may be called from several threads
/// at once, for different tiles, and must give the same numbers whenever it is asked for the same tile.
/// </remarks>
public interface IDesign
{
    /// <summary>Names of the columns of Φ: the terms of the library.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Number of tiles.</summary>
    int Tiles { get; }

    /// <summary>Number of rows of a tile.</summary>
    int RowsOf(int tile);

    /// <summary>Writes a tile column after column: those of Φ in the order of <see cref="Names"/>, then t.</summary>
    /// <param name="tile">Number of the tile.</param>
    /// <param name="columns">Room for (columns of Φ + 1) times the tile's rows.</param>
    void Fill(int tile, Span<double> columns);
}
