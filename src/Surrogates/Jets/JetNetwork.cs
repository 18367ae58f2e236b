using System.Numerics;
using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>A trainable map of jets to jets; its parameters lie in a flat span that others own.</summary>
public abstract class JetNetwork
{
    /// <summary>Number of inputs.</summary>
    public abstract int Inputs { get; }

    /// <summary>Number of outputs.</summary>
    public abstract int Outputs { get; }

    /// <summary>Number of parameters.</summary>
    public abstract int ParameterCount { get; }

    /// <summary>Fills <paramref name="parameters"/> with a fresh draw.</summary>
    public abstract void Initialise(Span<double> parameters, RandomSource random);

    internal abstract NetworkKernel<T> Kernel<T>(JetLayout layout)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
