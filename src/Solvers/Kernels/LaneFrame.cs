using Sci.Numerics;

namespace Sci.Solvers.Kernels;

/// <summary>The working memory of one evaluation of a <see cref="LaneProgram{TLanes, T}"/>; one a thread.</summary>
internal sealed class LaneFrame<T>(int derived, int nodes, int length)
    where T : unmanaged
{
    /// <summary>Modes of the fields that the state determines.</summary>
    public AlignedMemory<T>[] Derived { get; } =
        [.. Enumerable.Range(0, derived).Select(_ => new AlignedMemory<T>(length))];

    /// <summary>Factors at the points.</summary>
    public AlignedMemory<T>[] Nodes { get; } =
        [.. Enumerable.Range(0, nodes).Select(_ => new AlignedMemory<T>(length))];

    /// <summary>A sum of products at the points.</summary>
    public AlignedMemory<T> Sum { get; } = new(length);

    /// <summary>Modes of one field.</summary>
    public AlignedMemory<T> Scratch { get; } = new(length);

    /// <summary>Modes of the state.</summary>
    public AlignedMemory<T> State { get; set; } = null!;

    /// <summary>Modes of the result.</summary>
    public AlignedMemory<T> Rate { get; set; } = null!;

    /// <summary>The state, or a field that it determines.</summary>
    public AlignedMemory<T> Source(int source) => source == 0 ? State : Derived[source - 1];

    /// <summary>What a step puts its result into.</summary>
    public AlignedMemory<T> At(Target target) => target.IsRate ? Rate : Source(target.Index);
}
