using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>
/// The modes -m … m - 1 along y and 0 … m - 1 along x on a doubly periodic box, one axis after the other.
/// </summary>
internal sealed class BoxSpectrum : ISpectrum
{
    private readonly LineSpectrum along;
    private readonly Tensor across;
    private readonly long modes;
    private readonly long rows;
    private readonly long columns;

    /// <summary>Waves on <paramref name="rows"/> (y) by <paramref name="columns"/> (x) points.</summary>
    /// <exception cref="ArgumentException">There are fewer than 2m points along y, or 2m - 1 along x.</exception>
    public BoxSpectrum(long rows, long columns, long modes, ScalarType type, Device device)
    {
        if (2 * modes > rows)
        {
            throw new ArgumentException(
                $"{rows} points carry {rows / 2} modes of either sign, not {modes}.", nameof(modes));
        }

        (this.rows, this.columns, this.modes) = (rows, columns, modes);
        along = new LineSpectrum(columns, modes, type, device);
        var values = new double[4 * modes * rows];
        for (var i = 0; i < 2 * modes; i++)
        {
            for (var y = 0; y < rows; y++)
            {
                var (sin, cos) = Math.SinCos(2 * Math.PI * ((i - modes) * (long)y % rows) / rows);
                values[(2 * i * rows) + y] = cos;
                values[(((2 * i) + 1) * rows) + y] = sin;
            }
        }

        across = tensor(values, [4 * modes, rows], type, device).DetachFromDisposeScope();
        using var scope = NewDisposeScope();
        Weights = scope.Detach(along.Weights.div(rows).repeat(2 * modes, 1, 1, 1));
    }

    /// <inheritdoc/>
    public long Modes => 2 * modes * modes;

    /// <inheritdoc/>
    public long Mean => modes * modes;

    /// <inheritdoc/>
    public Tensor Weights { get; }

    // (cos - i sin)(re + i im), with a row's modes of x before those of y.
    /// <inheritdoc/>
    public Tensor Analyse(Tensor fields)
    {
        var (batch, channels) = (fields.shape[2], fields.shape[3]);
        var ofX = along.Waves.unsqueeze(0).expand(rows, 2 * modes, columns).bmm(fields.view(rows, columns, -1));
        var both = across.mm(ofX.view(rows, -1)).view(2 * modes, 2, modes, 2, batch, channels);
        var (cos, sin) = (both.select(1, 0), both.select(1, 1));
        var re = cos.select(2, 0) + sin.select(2, 1);
        var im = cos.select(2, 1) - sin.select(2, 0);
        return stack([re, im], 2).view(Modes, 2, batch, channels);
    }

    /// <inheritdoc/>
    public void AddAdjoint(Tensor modes, Tensor sum)
    {
        var each = modes.view(2 * this.modes, this.modes, 2, modes.shape[2], modes.shape[3]);
        var (re, im) = (each.select(2, 0), each.select(2, 1));
        var cos = stack([re, im], 2);
        var sin = stack([im.neg(), re], 2);
        var ofX = across.t().mm(stack([cos, sin], 1).view(4 * this.modes, -1)).view(rows, 2 * this.modes, -1);
        _ = sum.view(rows, columns, -1).add_(
            along.Waves.t().unsqueeze(0).expand(rows, columns, 2 * this.modes).bmm(ofX));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        along.Dispose();
        across.Dispose();
        Weights.Dispose();
    }
}
