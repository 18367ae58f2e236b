using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>A network of the position, trained anew for every snapshot: with random Fourier features the authors',
/// without a plain one of tanh.</summary>
public sealed record PositionNetworkInterpolation : InterpolationSettings
{
    /// <summary>Hidden layers.</summary>
    [Between(1, 10)]
    public required int Layers { get; init; }

    /// <summary>Their width.</summary>
    [Between(1, 4000)]
    public required int Width { get; init; }

    /// <summary>Random frequencies, each with a cosine and a sine; 0 for none.</summary>
    [Between(0, 4000)]
    public required int Waves { get; init; }

    /// <summary>Standard deviation of the frequencies over 2π, the box scaled to 2π.</summary>
    [Positive]
    public required double Frequency { get; init; }

    /// <summary>How often every reading is seen.</summary>
    [AtLeast(1)]
    public required int Epochs { get; init; }

    /// <summary>Readings a step.</summary>
    [AtLeast(1)]
    public required int BatchSize { get; init; }

    /// <summary>The highest rate of Adam; it rises over a twentieth of the training and falls by a cosine.</summary>
    [Positive]
    public required double LearningRate { get; init; }
}
