using System.Numerics.Tensors;

namespace Sci.Assimilation;

/// <summary>Errors that know nothing of one another: R is diagonal.</summary>
public sealed class IndependentErrors : ErrorCovariance
{
    private readonly double[] deviations;
    private readonly double[] inverses;

    /// <summary>Takes the variances, one an observation, in its unit squared.</summary>
    /// <exception cref="ArgumentException">A variance is not positive and finite.</exception>
    public IndependentErrors(ReadOnlySpan<double> variances)
    {
        deviations = new double[variances.Length];
        inverses = new double[variances.Length];
        for (var i = 0; i < variances.Length; i++)
        {
            if (!(variances[i] > 0) || !double.IsFinite(variances[i]))
            {
                throw new ArgumentException(
                    $"Observation {i} has an error variance of {variances[i]}; it must be positive.",
                    nameof(variances));
            }

            deviations[i] = Math.Sqrt(variances[i]);
            inverses[i] = 1 / deviations[i];
        }

        Alike = deviations.Length > 0 && !deviations.AsSpan().ContainsAnyExcept(deviations[0]);
    }

    /// <summary>The same variance for every observation.</summary>
    public static IndependentErrors Uniform(int count, double variance)
    {
        var variances = new double[count];
        Array.Fill(variances, variance);
        return new IndependentErrors(variances);
    }

    /// <summary>Standard deviations, shape [Count].</summary>
    public ReadOnlySpan<double> Deviations => deviations;

    internal ReadOnlySpan<double> Inverses => inverses;

    // Whether all have one deviation.
    internal bool Alike { get; }

    /// <inheritdoc/>
    public override int Count => deviations.Length;

    /// <inheritdoc/>
    public override bool Independent => true;

    /// <inheritdoc/>
    public override double Variance(int index) => deviations[index] * deviations[index];

    /// <inheritdoc/>
    public override void Whiten(Span<double> departure) => TensorPrimitives.Multiply(departure, inverses, departure);

    /// <inheritdoc/>
    public override void WhitenTransposed(Span<double> sensitivity) => Whiten(sensitivity);

    /// <inheritdoc/>
    public override void Color(Span<double> noise) => TensorPrimitives.Multiply(noise, deviations, noise);
}
