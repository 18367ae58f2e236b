using System.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace Sci.Numerics;

/// <summary>Real transforms by Math.NET's complex ones, for where FFTW is not.</summary>
internal sealed class ManagedPlan(int rows, int columns) : IFourierPlan
{
    private readonly int modesX = (columns / 2) + 1;

    public void Forward(ReadOnlySpan<double> x, Span<Complex> modes)
    {
        var line = new Complex[columns];
        for (var row = 0; row < rows; row++)
        {
            for (var i = 0; i < columns; i++)
            {
                line[i] = x[(row * columns) + i];
            }

            Fourier.Forward(line, FourierOptions.NoScaling);
            line.AsSpan(0, modesX).CopyTo(modes[(row * modesX)..]);
        }

        AlongY(modes, column => Fourier.Forward(column, FourierOptions.NoScaling));
    }

    public void Inverse(ReadOnlySpan<Complex> modes, Span<double> x)
    {
        var half = modes.ToArray();
        AlongY(half, column => Fourier.Inverse(column, FourierOptions.NoScaling));
        var line = new Complex[columns];
        for (var row = 0; row < rows; row++)
        {
            WholeSpectrum(half.AsSpan(row * modesX, modesX), line);
            Fourier.Inverse(line, FourierOptions.NoScaling);
            for (var i = 0; i < columns; i++)
            {
                x[(row * columns) + i] = line[i].Real / ((double)rows * columns);
            }
        }
    }

    private void AlongY(Span<Complex> modes, Action<Complex[]> transform)
    {
        if (rows == 1)
        {
            return;
        }

        var column = new Complex[rows];
        for (var k = 0; k < modesX; k++)
        {
            for (var row = 0; row < rows; row++)
            {
                column[row] = modes[(row * modesX) + k];
            }

            transform(column);
            for (var row = 0; row < rows; row++)
            {
                modes[(row * modesX) + k] = column[row];
            }
        }
    }

    // The modes of a real row: û[n - k] is the conjugate of û[k], so û[0] and û[n/2] are real.
    private void WholeSpectrum(ReadOnlySpan<Complex> half, Span<Complex> whole)
    {
        whole[0] = half[0].Real;
        for (var k = 1; k < modesX; k++)
        {
            whole[columns - k] = Complex.Conjugate(half[k]);
            whole[k] = 2 * k == columns ? half[k].Real : half[k];
        }
    }
}
