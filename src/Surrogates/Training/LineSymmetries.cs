using Sci.Numerics;
using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>Motions of a periodic line that leave an equation as it is.</summary>
/// <param name="Shifts">u(x) → u(x + s), s a whole number of points, all equally likely.</param>
/// <param name="Reflections">u(x) → -u(-x), for half of the samples.</param>
public sealed record LineSymmetries(bool Shifts, bool Reflections) : ISymmetries
{
    /// <inheritdoc/>
    /// <remarks>Fields have shape [samples, points, channels].</remarks>
    public Samples Take(Samples from, ReadOnlySpan<int> numbers, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(random);
        var points = (int)from.Inputs.shape[1];
        var (places, signs) = (new long[numbers.Length * points], new double[numbers.Length]);
        for (var sample = 0; sample < numbers.Length; sample++)
        {
            var shift = Shifts ? random.Below(points) : 0;
            var sign = Reflections && random.Below(2) == 1 ? -1 : 1;
            signs[sample] = sign;
            for (var i = 0; i < points; i++)
            {
                places[(sample * points) + i] =
                    ((long)numbers[sample] * points) + ((shift + (sign * i) + points) % points);
            }
        }

        var device = from.Inputs.device;
        var at = tensor(places, device: device);
        var factors = tensor(signs, [numbers.Length, 1, 1], from.Inputs.dtype, device);
        Tensor Moved(Tensor fields) => fields.reshape(-1, fields.shape[2]).index_select(0, at)
            .view(factors.shape[0], points, fields.shape[2]) * factors;
        return new Samples(Moved(from.Inputs), Moved(from.Targets));
    }
}
