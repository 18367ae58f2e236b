using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>Ridge regression on random Fourier features.</summary>
public sealed record RandomFeatureSettings : InterpolationSettings
{
    /// <summary>How many features.</summary>
    [Between(1, 20000)]
    public required int Features { get; init; }

    /// <summary>Standard deviation of their frequencies over 2π, the box scaled to 2π.</summary>
    [Positive]
    public required double Width { get; init; }

    /// <summary>Penalty on the weights.</summary>
    [Positive]
    public required double Ridge { get; init; }
}
