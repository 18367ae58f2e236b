using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>A design whose columns lie in memory: for small problems and for columns from elsewhere.</summary>
public sealed class DenseDesign : IDesign
{
    private const int TileRows = 1024;

    private readonly States columns;
    private readonly double[] target;

    /// <summary>Takes the columns without copying.</summary>
    /// <param name="names">A name for each column.</param>
    /// <param name="columns">Φ transposed: row j holds column j, shape [columns, rows].</param>
    /// <param name="target">t, shape [rows].</param>
    public DenseDesign(IReadOnlyList<string> names, States columns, double[] target)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(target);
        if (names.Count != columns.Count || target.Length != columns.Size)
        {
            throw new ArgumentException(
                $"{names.Count} names and {target.Length} targets do not fit "
                + $"{columns.Count} columns of {columns.Size} rows.",
                nameof(columns));
        }

        Names = names;
        this.columns = columns;
        this.target = target;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; }

    /// <inheritdoc/>
    public int Tiles => (target.Length + TileRows - 1) / TileRows;

    /// <inheritdoc/>
    public int RowsOf(int tile) => Math.Min(TileRows, target.Length - (tile * TileRows));

    /// <inheritdoc/>
    public void Fill(int tile, Span<double> columns)
    {
        var first = tile * TileRows;
        var rows = RowsOf(tile);
        for (var j = 0; j < this.columns.Count; j++)
        {
            this.columns[j].Slice(first, rows).CopyTo(columns[(j * rows)..]);
        }

        target.AsSpan(first, rows).CopyTo(columns[(this.columns.Count * rows)..]);
    }
}
