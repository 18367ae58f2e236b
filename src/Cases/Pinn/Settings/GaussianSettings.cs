using Sci.Cases.Settings;
using Sci.Surrogates;

namespace Sci.Cases;

/// <summary>Movable Gaussians and a tanh layer on their sums.</summary>
public sealed record GaussianSettings : RepresentationSettings
{
    /// <summary>Number of Gaussians.</summary>
    [AtLeast(1)]
    public required int Count { get; init; }

    /// <summary>Their width at first.</summary>
    [Positive]
    public required double Deviation { get; init; }

    /// <summary>Sums of them.</summary>
    [AtLeast(1)]
    public required int Features { get; init; }

    /// <summary>Units of the tanh layer.</summary>
    [AtLeast(1)]
    public required int Hidden { get; init; }

    /// <inheritdoc/>
    public override (JetNetwork Network, Embedding Embedding) Over(Box box)
    {
        ArgumentNullException.ThrowIfNull(box);
        return (new GaussianNetwork(box, Count, Deviation, Features, Hidden), new Embedding(box.Dimension, z => z));
    }
}
