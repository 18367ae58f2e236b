using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Moves networks, whatever their type.</summary>
public static class ModuleExtensionMethods
{
    /// <summary>Changes the floating point type of parameters and buffers, in place.</summary>
    public static T to<T>(this T module, ScalarType type)
        where T : nn.Module
    {
        ArgumentNullException.ThrowIfNull(module);
        Convert(module, tensor => tensor.dtype is ScalarType.Float32 or ScalarType.Float64
            ? tensor.to(type) : tensor.detach());
        return module;
    }

    /// <summary>Moves parameters and buffers to a device, in place.</summary>
    public static T to<T>(this T module, Device device)
        where T : nn.Module
    {
        ArgumentNullException.ThrowIfNull(module);
        Convert(module, tensor => tensor.to(device));
        return module;
    }

    private static void Convert(nn.Module module, Func<Tensor, Tensor> convert)
    {
        using var recording = no_grad();
        using var scope = NewDisposeScope();
        foreach (var tensor in module.state_dict().Values)
        {
            Operator.InPlace("set_data", tensor, convert(tensor));
            tensor.grad = null;
        }
    }
}
