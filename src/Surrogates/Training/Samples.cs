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
        return Fields(states, [.. Enumerable.Range(0, states.Count)], [states.Size], type);
    }

    /// <summary>Chosen rows of states as fields of one channel, [rows, sides …, 1].</summary>
    /// <remarks>Row after row, so that nothing is held twice.</remarks>
    public static Tensor Fields(States states, IReadOnlyList<int> rows, IReadOnlyList<long> sides, ScalarType type)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(rows);
        var fields = empty([rows.Count, .. sides, 1], type).DetachFromDisposeScope();
        for (var i = 0; i < rows.Count; i++)
        {
            using var row = tensor(states[rows[i]].ToArray(), [.. sides, 1], type);
            using var place = fields.select(0, i);
            using var same = place.copy_(row);
        }

        return fields;
    }
}
