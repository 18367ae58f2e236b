using Sci.Numerics;
using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>
/// Motions of a square box that leave the equation of a plane flow's vorticity as it is where F depends on s = x + y
/// alone, with F(s + ½) = -F(s) and F(¼ - s) = F(s), lengths in those of the box.
/// </summary>
/// <remarks>
/// Such is the forcing sin 2πs + cos 2πs of Li et al. (2021). A mirror turns the sign of a vorticity:
/// w(y, x) → -w(x, y + ½); half a turn does not: w(y, x) → w(-y, ¼ - x). Each is drawn for half of the samples, so
/// that one in four stays as it is. Shifts along (1, -1) are left to networks that commute with them.
/// </remarks>
public sealed record DiagonalSymmetries : ISymmetries
{
    /// <inheritdoc/>
    /// <remarks>Fields have shape [samples, y, x, channels].</remarks>
    /// <exception cref="ArgumentException">The box is not square, or its points are not a multiple of four.</exception>
    public Samples Take(Samples from, ReadOnlySpan<int> numbers, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(random);
        var (points, shape) = ((int)from.Inputs.shape[1], from.Inputs.shape);
        if (shape[2] != points || points % 4 != 0)
        {
            throw new ArgumentException(
                $"A box of {points} by {shape[2]} points has no such symmetries; take a square of a multiple of four.",
                nameof(from));
        }

        var (places, signs) = (new long[numbers.Length * points * points], new double[numbers.Length]);
        for (var sample = 0; sample < numbers.Length; sample++)
        {
            var (mirrors, turns) = (random.Below(2) == 1, random.Below(2) == 1);
            signs[sample] = mirrors ? -1 : 1;
            Places(places.AsSpan(sample * points * points, points * points), numbers[sample], points, mirrors, turns);
        }

        var device = from.Inputs.device;
        var at = tensor(places, device: device);
        var factors = tensor(signs, [numbers.Length, 1, 1, 1], from.Inputs.dtype, device);
        Tensor Moved(Tensor fields) => fields.reshape(-1, fields.shape[3]).index_select(0, at)
            .view(factors.shape[0], points, points, fields.shape[3]) * factors;
        return new Samples(Moved(from.Inputs), Moved(from.Targets));
    }

    private static void Places(Span<long> places, long sample, int points, bool mirrors, bool turns)
    {
        for (var y = 0; y < points; y++)
        {
            for (var x = 0; x < points; x++)
            {
                var (fromY, fromX) = turns ? (points - y, (5 * points / 4) - x) : (y, x);
                (fromY, fromX) = mirrors ? (fromX, fromY + (points / 2)) : (fromY, fromX);
                places[(y * points) + x] = (((sample * points) + (fromY % points)) * points) + (fromX % points);
            }
        }
    }
}
