namespace Sci.Discovery;

/// <summary>
/// A design whose rows count with weights: the inverse variances of their targets, up to one common factor.
/// </summary>
/// <param name="Inner">The design to weigh.</param>
/// <param name="Weights">A weight a row, tile after tile; none negative. With exact inverse variances the noise
/// variance is 1.</param>
public sealed record Weighted(IDesign Inner, IReadOnlyList<double> Weights) : IDesign
{
    private readonly int[] starts = Starts(Inner, Weights);

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
        var rows = RowsOf(tile);
        for (var i = 0; i < rows; i++)
        {
            var root = Math.Sqrt(Weights[starts[tile] + i]);
            for (var at = i; at < columns.Length; at += rows)
            {
                columns[at] *= root;
            }
        }
    }

    private static int[] Starts(IDesign inner, IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(weights);
        var starts = new int[inner.Tiles + 1];
        for (var tile = 0; tile < inner.Tiles; tile++)
        {
            starts[tile + 1] = starts[tile] + inner.RowsOf(tile);
        }

        if (weights.Count != starts[^1] || weights.Any(weight => !(weight >= 0)))
        {
            throw new ArgumentException(
                $"A design of {starts[^1]} rows needs as many weights, none negative; {weights.Count} were given.",
                nameof(weights));
        }

        return starts;
    }
}
