using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>An error of libtorch, with its message.</summary>
public sealed class TorchException : ExternalException
{
    public TorchException()
    {
    }

    public TorchException(string message)
        : base(message)
    {
    }

    public TorchException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
