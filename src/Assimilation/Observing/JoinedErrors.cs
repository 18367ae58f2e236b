namespace Sci.Assimilation;

/// <summary>Errors of several sets of observations that know nothing of one another: R is block diagonal.</summary>
/// <param name="parts">The blocks.</param>
public sealed class JoinedErrors(IReadOnlyList<ErrorCovariance> parts) : ErrorCovariance
{
    /// <inheritdoc/>
    public override int Count { get; } = parts.Sum(part => part.Count);

    /// <inheritdoc/>
    public override bool Independent { get; } = parts.All(part => part.Independent);

    /// <inheritdoc/>
    public override double Variance(int index)
    {
        var part = 0;
        for (; index >= parts[part].Count; part++)
        {
            index -= parts[part].Count;
        }

        return parts[part].Variance(index);
    }

    /// <inheritdoc/>
    public override void Whiten(Span<double> departure)
    {
        foreach (var part in parts)
        {
            part.Whiten(departure[..part.Count]);
            departure = departure[part.Count..];
        }
    }

    /// <inheritdoc/>
    public override void WhitenTransposed(Span<double> sensitivity)
    {
        foreach (var part in parts)
        {
            part.WhitenTransposed(sensitivity[..part.Count]);
            sensitivity = sensitivity[part.Count..];
        }
    }

    /// <inheritdoc/>
    public override void Color(Span<double> noise)
    {
        foreach (var part in parts)
        {
            part.Color(noise[..part.Count]);
            noise = noise[part.Count..];
        }
    }
}
