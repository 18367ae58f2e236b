using Sci.Numerics;

namespace Sci.Solvers.Kernels;

/// <summary>The working memory of one evaluation of a <see cref="LaneProgram{TLanes}"/>; one a thread.</summary>
internal sealed class LaneFrame(int derived, int nodes, int length)
{
    /// <summary>Modes of the fields that the state determines.</summary>
    public AlignedMemory[] Derived { get; } = [.. Enumerable.Range(0, derived).Select(_ => new AlignedMemory(length))];

    /// <summary>Factors at the points.</summary>
    public AlignedMemory[] Nodes { get; } = [.. Enumerable.Range(0, nodes).Select(_ => new AlignedMemory(length))];

    /// <summary>A sum of products at the points.</summary>
    public AlignedMemory Sum { get; } = new(length);

    /// <summary>Modes of one field.</summary>
    public AlignedMemory Scratch { get; } = new(length);

    /// <summary>Modes of the state.</summary>
    public AlignedMemory State { get; set; } = null!;

    /// <summary>Modes of the result.</summary>
    public AlignedMemory Rate { get; set; } = null!;

    /// <summary>The state, or a field that it determines.</summary>
    public AlignedMemory Source(int source) => source == 0 ? State : Derived[source - 1];

    /// <summary>What a step puts its result into.</summary>
    public AlignedMemory At(Target target) => target.IsRate ? Rate : Source(target.Index);
}
