namespace Sci.Discovery;

/// <summary>
/// A design whose columns of Φ, but not t, are rounded to single precision, as MEDIDA's and PDE-FIND's programs store
/// them.
/// </summary>
/// <param name="Inner">The design to round.</param>
public sealed record SinglePrecision(IDesign Inner) : IDesign
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names => Inner.Names;

    /// <inheritdoc/>
    public int Tiles => Inner.Tiles;

    /// <inheritdoc/>
    public int RowsOf(int tile) => Inner.RowsOf(tile);

    /// <inheritdoc/>
    public void Fill(int tile, Span<double> columns)
    {
        Inner.Fill(tile, columns);
        var library = columns[..(RowsOf(tile) * Names.Count)];
        for (var i = 0; i < library.Length; i++)
        {
            library[i] = (float)library[i];
        }
    }
}
