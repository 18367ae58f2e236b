using System.Numerics.Tensors;

namespace Sci.Assimilation;

/// <summary>Another covariance multiplied by a factor.</summary>
/// <param name="inner">R.</param>
/// <param name="factor">Of R; deviations grow by its root.</param>
internal sealed class ScaledErrors(ErrorCovariance inner, double factor) : ErrorCovariance
{
    private readonly double deviation = Math.Sqrt(factor);

    /// <inheritdoc/>
    public override int Count => inner.Count;

    /// <inheritdoc/>
    public override bool Independent => inner.Independent;

    /// <inheritdoc/>
    public override double Variance(int index) => factor * inner.Variance(index);

    /// <inheritdoc/>
    public override void Whiten(Span<double> departure)
    {
        inner.Whiten(departure);
        TensorPrimitives.Divide(departure, deviation, departure);
    }

    /// <inheritdoc/>
    public override void WhitenTransposed(Span<double> sensitivity)
    {
        inner.WhitenTransposed(sensitivity);
        TensorPrimitives.Divide(sensitivity, deviation, sensitivity);
    }

    /// <inheritdoc/>
    public override void Color(Span<double> noise)
    {
        inner.Color(noise);
        TensorPrimitives.Multiply(noise, deviation, noise);
    }
}
