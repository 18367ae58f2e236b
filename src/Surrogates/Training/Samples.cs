using Sci.Numerics;
using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>Pairs of inputs [samples, …] and targets [samples, …].</summary>
/// <param name="Inputs">What the network sees.</param>
/// <param name="Targets">What it should give.</param>
public sealed record Samples(Tensor Inputs, Tensor Targets) : IDisposable
{
    /// <summary>Number of samples.</summary>
    public int Count => (int)Inputs.shape[0];

    /// <summary>One field a sample on a line: shapes [samples, points, 1].</summary>
    /// <exception cref="ArgumentException">There are not as many targets as inputs.</exception>
    public static Samples Of(States inputs, States targets, ScalarType type)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        return inputs.Count == targets.Count
            ? new Samples(Fields(inputs, type), Fields(targets, type))
            : throw new ArgumentException(
                $"There are {inputs.Count} inputs but {targets.Count} targets.", nameof(targets));
    }

    /// <summary>The samples of the given numbers, in their order.</summary>
    public Samples Take(Tensor numbers) => new(Inputs.index_select(0, numbers), Targets.index_select(0, numbers));

    /// <inheritdoc/>
    public void Dispose()
    {
        Inputs.Dispose();
        Targets.Dispose();
    }

    /// <summary>States as fields of one channel, [rows, points, 1].</summary>
    public static Tensor Fields(States states, ScalarType type)
    {
        ArgumentNullException.ThrowIfNull(states);
        return tensor(states.Values.ToArray(), [states.Count, states.Size, 1], type).DetachFromDisposeScope();
    }
}
