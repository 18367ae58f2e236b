namespace Sci.Surrogates;

/// <summary>Up by a cosine, then down by a longer one.</summary>
/// <remarks>Smith and Topin (2019), arXiv:1708.07120; from 1/25 of the highest rate, to 10⁻⁴ of that.</remarks>
/// <param name="WarmUp">The part of the training on the way up.</param>
public sealed record OneCycle(double WarmUp) : Schedule
{
    private const double Start = 1.0 / 25;

    /// <inheritdoc/>
    public override double Factor(double done) => done < WarmUp
        ? Between(Start, 1, done / WarmUp)
        : Between(1, Start * 1e-4, (done - WarmUp) / (1 - WarmUp));

    private static double Between(double from, double to, double part) =>
        to + ((from - to) * (1 + Math.Cos(Math.PI * part)) / 2);
}
