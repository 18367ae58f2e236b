using Sci.Cases.Settings;
using Sci.Surrogates;
using static TorchSharp.torch;

namespace Sci.Cases;

/// <summary>A Fourier neural operator.</summary>
public sealed record FourierArchitectureSettings : ArchitectureSettings
{
    /// <summary>Channels of the Fourier layers.</summary>
    [AtLeast(1)]
    public required int Width { get; init; }

    /// <summary>Modes kept, the mean among them.</summary>
    [AtLeast(1)]
    public required int Modes { get; init; }

    /// <summary>Number of Fourier layers.</summary>
    [AtLeast(1)]
    public required int Layers { get; init; }

    /// <summary>Channels between the last layer and the output; 0 for none.</summary>
    [NonNegative]
    public required int Projection { get; init; }

    /// <summary>Whether the position comes in beside the field.</summary>
    public required bool Positions { get; init; }

    /// <summary>Whether the network gives the change of the field, and not the field.</summary>
    public required bool Residual { get; init; }

    internal override bool TakesAnyGrid => true;

    internal override nn.Module<Tensor, Tensor> Build(Samples data) => Scaled(
        new FourierOperator(new()
        {
            Dimensions = 1,
            Inputs = 1,
            Outputs = 1,
            Width = Width,
            Modes = Modes,
            Layers = Layers,
            Projection = Projection,
            Positions = Positions,
            Residual = Residual,
        }),
        data,
        ofOutput: !Residual);

    internal override NetworkMemory Memory(int points) =>
        NetworkMemory.Fourier(points, Positions ? 2 : 1, Modes, Width, Layers, Projection);

    internal override string? Complaint(int points) =>
        (2 * Modes) - 1 <= points ? null : $"has {Modes} modes, and {points} points carry {(points + 1) / 2}";
}
