namespace Sci.Discovery;

/// <summary>Designs of the same columns one below the other: trajectories, perhaps on different grids.</summary>
public sealed class StackedDesign : IDesign
{
    private readonly (IDesign Design, int Tile)[] tiles;

    /// <summary>Takes the designs, at least one.</summary>
    /// <exception cref="ArgumentException">The columns differ.</exception>
    public StackedDesign(IReadOnlyList<IDesign> designs)
    {
        ArgumentNullException.ThrowIfNull(designs);
        if (designs.Count == 0 || designs.Any(design => !design.Names.SequenceEqual(designs[0].Names)))
        {
            throw new ArgumentException(
                "A stack needs at least one design, and all with the same columns.", nameof(designs));
        }

        Names = designs[0].Names;
        tiles = [.. designs.SelectMany(design => Enumerable.Range(0, design.Tiles).Select(tile => (design, tile)))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; }

    /// <inheritdoc/>
    public int Tiles => tiles.Length;

    /// <inheritdoc/>
    public int RowsOf(int tile) => tiles[tile].Design.RowsOf(tiles[tile].Tile);

    /// <inheritdoc/>
    public void Fill(int tile, Span<double> columns) => tiles[tile].Design.Fill(tiles[tile].Tile, columns);
}
