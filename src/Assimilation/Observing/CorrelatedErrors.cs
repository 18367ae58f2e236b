using System.Numerics.Tensors;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>Errors with a full covariance matrix R = L Lᵀ, L its lower Cholesky factor.</summary>
public sealed class CorrelatedErrors : ErrorCovariance
{
    private readonly States factor;

    /// <summary>Takes R, of which the lower triangle is read.</summary>
    /// <param name="covariance">Shape [count, count], in the units of the observations squared.</param>
    /// <exception cref="ArgumentException">R is not square or not positive definite.</exception>
    public CorrelatedErrors(States covariance)
    {
        ArgumentNullException.ThrowIfNull(covariance);
        if (covariance.Count != covariance.Size)
        {
            throw new ArgumentException(
                $"An error covariance is square, not {covariance.Count} by {covariance.Size}.", nameof(covariance));
        }

        factor = covariance.Clone();
        for (var i = 0; i < factor.Count; i++)
        {
            var row = factor[i];
            for (var j = 0; j < i; j++)
            {
                row[j] = (row[j] - TensorPrimitives.Dot<double>(row[..j], factor[j][..j])) / factor[j][j];
            }

            var pivot = row[i] - TensorPrimitives.SumOfSquares<double>(row[..i]);
            if (!(pivot > 0))
            {
                throw new ArgumentException(
                    $"The error covariance is not positive definite: pivot {i} is {pivot}.", nameof(covariance));
            }

            row[i] = Math.Sqrt(pivot);
        }
    }

    /// <inheritdoc/>
    public override int Count => factor.Count;

    /// <inheritdoc/>
    public override bool Independent => false;

    /// <inheritdoc/>
    public override double Variance(int index) => TensorPrimitives.SumOfSquares<double>(factor[index][..(index + 1)]);

    /// <inheritdoc/>
    public override void Whiten(Span<double> departure)
    {
        for (var i = 0; i < Count; i++)
        {
            departure[i] = (departure[i] - TensorPrimitives.Dot<double>(factor[i][..i], departure[..i])) / factor[i][i];
        }
    }

    /// <inheritdoc/>
    public override void WhitenTransposed(Span<double> sensitivity)
    {
        for (var i = Count - 1; i >= 0; i--)
        {
            sensitivity[i] /= factor[i][i];
            TensorPrimitives.MultiplyAdd(factor[i][..i], -sensitivity[i], sensitivity[..i], sensitivity[..i]);
        }
    }

    /// <inheritdoc/>
    public override void Color(Span<double> noise)
    {
        for (var i = Count - 1; i >= 0; i--)
        {
            noise[i] = TensorPrimitives.Dot<double>(factor[i][..(i + 1)], noise[..(i + 1)]);
        }
    }
}
