using System.Numerics.Tensors;
using Sci.Numerics;

namespace Sci.Assimilation.Algebra;

/// <summary>Eigenvalues and eigenvectors of a symmetric matrix, and functions of it.</summary>
internal sealed class Spectrum : IDisposable
{
    // Up to here our own iteration beats the library's.
    private const int Small = 64;

    private readonly Matrix vectors;
    private readonly double[] values;

    private Spectrum(Matrix vectors, double[] values)
    {
        this.vectors = vectors;
        this.values = values;
    }

    /// <summary>Not sorted.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>Decomposes and overwrites <paramref name="a"/>.</summary>
    public static Spectrum Of(Matrix a)
    {
        var spectrum = new Spectrum(Matrix.Rent(a.Rows, a.Rows), new double[a.Rows]);
        if (a.Rows <= Small)
        {
            SymmetricEigen.Decompose(a, spectrum.values, spectrum.vectors);
        }
        else
        {
            Blas.SymmetricEigen(a.Span, spectrum.values, spectrum.vectors.Span);
        }

        return spectrum;
    }

    /// <summary>Coefficients of <paramref name="x"/> in the eigenvectors.</summary>
    public double[] Project(ReadOnlySpan<double> x)
    {
        var coefficients = new double[values.Length];
        for (var k = 0; k < coefficients.Length; k++)
        {
            coefficients[k] = TensorPrimitives.Dot(vectors[k], x);
        }

        return coefficients;
    }

    /// <summary>Writes the sum of the eigenvectors with these coefficients.</summary>
    public void Combine(ReadOnlySpan<double> coefficients, Span<double> sum)
    {
        sum.Clear();
        for (var k = 0; k < coefficients.Length; k++)
        {
            TensorPrimitives.MultiplyAdd(vectors[k], coefficients[k], sum, sum);
        }
    }

    /// <summary>The matrix whose eigenvalues are <paramref name="images"/>.</summary>
    public void Compose(ReadOnlySpan<double> images, Matrix function)
    {
        using var scaled = Matrix.Rent(vectors.Rows, vectors.Columns);
        for (var k = 0; k < images.Length; k++)
        {
            TensorPrimitives.Multiply(vectors[k], images[k], scaled[k]);
        }

        Dense.Inner(1, vectors, scaled, function);
    }

    public void Dispose() => vectors.Dispose();
}
