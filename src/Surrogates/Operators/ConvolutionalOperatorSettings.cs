namespace Sci.Surrogates;

/// <summary>What makes a U-Net on a periodic line or box.</summary>
public sealed record ConvolutionalOperatorSettings
{
    /// <summary>Dimensions of the box: 1 or 2.</summary>
    public required int Dimensions { get; init; }

    /// <summary>Fields that come in.</summary>
    public required int Inputs { get; init; }

    /// <summary>Fields that go out.</summary>
    public required int Outputs { get; init; }

    /// <summary>Channels at the full resolution; twice as many at each next level.</summary>
    public required int Width { get; init; }

    /// <summary>
    /// How often the resolution is halved; the points along each axis must be a multiple of 2 to this power.
    /// </summary>
    public required int Levels { get; init; }

    /// <summary>Whether the network gives the change from its first input fields, and not the output itself.</summary>
    public bool Residual { get; init; }
}
