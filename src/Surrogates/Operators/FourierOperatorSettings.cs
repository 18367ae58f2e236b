namespace Sci.Surrogates;

/// <summary>What makes a Fourier neural operator.</summary>
public sealed record FourierOperatorSettings
{
    /// <summary>Dimensions of the box: 1 or 2.</summary>
    public required int Dimensions { get; init; }

    /// <summary>Fields that come in; positions are not counted.</summary>
    public required int Inputs { get; init; }

    /// <summary>Fields that go out.</summary>
    public required int Outputs { get; init; }

    /// <summary>Channels of the Fourier layers.</summary>
    public required int Width { get; init; }

    /// <summary>Modes kept along each axis: 0 … m - 1, and of either sign along all axes but the last.</summary>
    public required int Modes { get; init; }

    /// <summary>Number of Fourier layers; with a projection there is no activation after the last.</summary>
    public required int Layers { get; init; }

    /// <summary>
    /// Channels between the last layer and the output; 0 reads the output off the last layer at once.
    /// </summary>
    public required int Projection { get; init; }

    /// <summary>Whether the position on the box, in [0, 1) along each axis, comes in beside the fields.</summary>
    public required bool Positions { get; init; }

    /// <summary>Whether the network gives the change from its first input fields, and not the output itself.</summary>
    public bool Residual { get; init; }
}
