using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>The modes 0 … m - 1 on a periodic line, as one product with 2m sines and cosines.</summary>
/// <remarks>
/// By products it takes 4mN operations a channel: more than the fast transform's, but those of a matrix product.
/// </remarks>
internal sealed class LineSpectrum : ISpectrum
{
    private readonly Tensor waves;

    /// <summary>Waves on <paramref name="points"/> points.</summary>
    /// <exception cref="ArgumentException">There are fewer than 2m - 1 points.</exception>
    public LineSpectrum(long points, long modes, ScalarType type, Device device)
    {
        if ((2 * modes) - 1 > points)
        {
            throw new ArgumentException($"{points} points carry {(points + 1) / 2} modes, not {modes}.", nameof(modes));
        }

        Modes = modes;
        var (values, weights) = (new double[2 * modes * points], new double[modes]);
        for (var k = 0; k < modes; k++)
        {
            weights[k] = (k == 0 ? 1.0 : 2.0) / points;
            for (var x = 0; x < points; x++)
            {
                // Reduced first, so that high modes are as exact as low ones.
                var (sin, cos) = Math.SinCos(2 * Math.PI * (k * (long)x % points) / points);
                values[(2 * k * points) + x] = cos;
                values[(((2 * k) + 1) * points) + x] = -sin;
            }
        }

        waves = tensor(values, [2 * modes, points], type, device).DetachFromDisposeScope();
        Weights = tensor(weights, [modes, 1, 1, 1], type, device).DetachFromDisposeScope();
    }

    /// <inheritdoc/>
    public long Modes { get; }

    /// <inheritdoc/>
    public long Mean => 0;

    /// <inheritdoc/>
    public Tensor Weights { get; }

    /// <summary>Cosines and minus sines, mode after mode, shape [2m, points].</summary>
    internal Tensor Waves => waves;

    /// <inheritdoc/>
    public Tensor Analyse(Tensor fields)
    {
        var shape = fields.shape;
        return waves.mm(fields.view(shape[0], -1)).view(Modes, 2, shape[1], shape[2]);
    }

    /// <inheritdoc/>
    public void AddAdjoint(Tensor modes, Tensor sum) => sum.addmm_(waves.t(), modes.view(2 * Modes, -1), 1, 1);

    /// <inheritdoc/>
    public void Dispose()
    {
        waves.Dispose();
        Weights.Dispose();
    }
}
