using Sci.Cases.Settings;
using Sci.Surrogates;
using static TorchSharp.torch;

namespace Sci.Cases;

/// <summary>A U-Net.</summary>
public sealed record ConvolutionalArchitectureSettings : ArchitectureSettings
{
    /// <summary>Channels at the full resolution.</summary>
    [AtLeast(1)]
    public required int Width { get; init; }

    /// <summary>How often the resolution is halved.</summary>
    [Between(1, 10)]
    public required int Levels { get; init; }

    /// <summary>Whether the network gives the change of the field, and not the field.</summary>
    public required bool Residual { get; init; }

    internal override bool TakesAnyGrid => false;

    internal override nn.Module<Tensor, Tensor> Build(Samples data) => Scaled(
        new ConvolutionalOperator(
            new() { Dimensions = 1, Inputs = 1, Outputs = 1, Width = Width, Levels = Levels, Residual = Residual }),
        data,
        ofOutput: !Residual);

    internal override NetworkMemory Memory(int points) => NetworkMemory.Convolutional(points, Width, Levels);

    internal override string? Complaint(int points) =>
        points % (1 << Levels) == 0 ? null : $"halves {points} points {Levels} times; take a multiple of {1 << Levels}";
}
