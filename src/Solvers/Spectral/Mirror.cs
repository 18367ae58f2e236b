using System.Buffers;
using System.Numerics;
using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>A channel's field and its image behind a wall, together a field in a periodic box.</summary>
/// <remarks>
/// Means along x are even about the walls (cosines), deviations from them odd (sines); of an odd derivative in y it is
/// the other way round. Row j has its image in row 2n - 1 - j. The inverse takes the half of the right parity, so that
/// it is half of the transpose of the extension.
/// </remarks>
internal sealed class Mirror(int rows, int columns)
{
    private readonly int size = rows * columns;

    /// <summary>Modes of the field with its image.</summary>
    public void Forward(RealFft2 box, ReadOnlySpan<double> field, Span<Complex> modes, int parityY)
    {
        var both = ArrayPool<double>.Shared.Rent(2 * size);
        field.CopyTo(both);
        for (var row = 0; row < rows; row++)
        {
            var source = field.Slice(row * columns, columns);
            var (sign, shift) = Image(source, parityY);
            var image = ImageOf(row, both);
            for (var x = 0; x < image.Length; x++)
            {
                image[x] = (sign * source[x]) + shift;
            }
        }

        box.Forward(both.AsSpan(0, 2 * size), modes);
        ArrayPool<double>.Shared.Return(both);
    }

    /// <summary>The field whose modes with its image are given; what has another parity is left out.</summary>
    public void Inverse(RealFft2 box, ReadOnlySpan<Complex> modes, Span<double> field, int parityY)
    {
        var both = ArrayPool<double>.Shared.Rent(2 * size);
        box.Inverse(modes, both.AsSpan(0, 2 * size));
        for (var row = 0; row < rows; row++)
        {
            Span<double> source = both.AsSpan(row * columns, columns), image = ImageOf(row, both);
            var (sign, shift) = Image(image, parityY);
            var target = field.Slice(row * columns, columns);
            for (var x = 0; x < target.Length; x++)
            {
                target[x] = 0.5 * (source[x] + (sign * image[x]) + shift);
            }
        }

        ArrayPool<double>.Shared.Return(both);
    }

    // The image of a row f is ⟨f⟩ - (f - ⟨f⟩), or its negative: a sign times f plus a number.
    private (double Sign, double Shift) Image(ReadOnlySpan<double> row, int parityY)
    {
        var sum = 0.0;
        foreach (var value in row)
        {
            sum += value;
        }

        var sign = parityY == 0 ? -1 : 1;
        return (sign, -sign * 2 * sum / columns);
    }

    private Span<double> ImageOf(int row, double[] both) => both.AsSpan(((2 * rows) - 1 - row) * columns, columns);
}
