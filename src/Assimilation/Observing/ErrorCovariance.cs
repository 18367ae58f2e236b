namespace Sci.Assimilation;

/// <summary>Covariance R = L Lᵀ of the observation errors, which are normal with mean zero.</summary>
public abstract class ErrorCovariance
{
    /// <summary>Number of observations.</summary>
    public abstract int Count { get; }

    /// <summary>Whether R is diagonal.</summary>
    public abstract bool Independent { get; }

    /// <summary>Variance of the error of observation <paramref name="index"/>, in its unit squared.</summary>
    public abstract double Variance(int index);

    /// <summary>Replaces a departure d by L⁻¹ d, whose covariance is I if d's is R.</summary>
    public abstract void Whiten(Span<double> departure);

    /// <summary>Replaces z by L⁻ᵀ z, the transpose of <see cref="Whiten"/>: after it, R⁻¹ d.</summary>
    public abstract void WhitenTransposed(Span<double> sensitivity);

    /// <summary>Replaces independent standard normal draws z by L z, whose covariance is R.</summary>
    public abstract void Color(Span<double> noise);
}
