using Sci.Cases.Settings;
using Sci.Surrogates;
using static TorchSharp.torch;

namespace Sci.Cases;

/// <summary>A network from one field on a line to another.</summary>
[Variant("fourier-operator", typeof(FourierArchitectureSettings))]
[Variant("deeponet", typeof(DeepArchitectureSettings))]
[Variant("u-net", typeof(ConvolutionalArchitectureSettings))]
public abstract record ArchitectureSettings
{
    /// <summary>Whether the network takes other resolutions than the one it was trained at.</summary>
    internal abstract bool TakesAnyGrid { get; }

    /// <summary>A network with random parameters, between the data's standardisers.</summary>
    internal abstract nn.Module<Tensor, Tensor> Build(Samples data);

    /// <summary>What it holds on so many points.</summary>
    internal abstract NetworkMemory Memory(int points);

    /// <summary>What is wrong with it on so many points, or null.</summary>
    internal abstract string? Complaint(int points);

    /// <summary>One mean and one deviation for the input, and another for the output.</summary>
    private protected static nn.Module<Tensor, Tensor> Scaled(nn.Module<Tensor, Tensor> network, Samples data, bool ofOutput) => new Standardised(
        network, Standardiser.Overall(data.Inputs), Standardiser.Overall(ofOutput ? data.Targets : data.Inputs));
}
