using Sci.Cases.Settings;
using Sci.Surrogates;

namespace Sci.Cases;

/// <summary>A fully connected tanh network.</summary>
public sealed record TanhSettings : RepresentationSettings
{
    /// <summary>Units of a hidden layer.</summary>
    [AtLeast(1)]
    public required int Width { get; init; }

    /// <summary>Hidden layers.</summary>
    [AtLeast(1)]
    public required int Depth { get; init; }

    /// <inheritdoc/>
    public override (JetNetwork Network, Embedding Embedding) Over(Box box)
    {
        ArgumentNullException.ThrowIfNull(box);
        return (new TanhNetwork(box.Dimension, Width, Depth, 1), Embedding.Scaled(box.Lower, box.Upper));
    }
}
