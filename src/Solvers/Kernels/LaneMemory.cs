using Sci.Numerics;

namespace Sci.Solvers.Kernels;

/// <summary>The modes that a step in lanes reads and writes; one a thread.</summary>
internal sealed class LaneMemory(int inputs, int stages, int length, LaneFrame frame)
{
    /// <summary>The inputs of a step, then the tendencies at its stages.</summary>
    public AlignedMemory[] Sources { get; } = [.. Enumerable.Range(0, inputs + stages).Select(_ =>
        new AlignedMemory(length))];

    /// <summary>The inputs of the next step.</summary>
    public AlignedMemory[] Next { get; } = [.. Enumerable.Range(0, inputs).Select(_ => new AlignedMemory(length))];

    /// <summary>The argument of a tendency.</summary>
    public AlignedMemory Stage { get; } = new(length);

    /// <summary>States at the points, before and after.</summary>
    public AlignedMemory Points { get; } = new(length);

    public LaneFrame Frame { get; } = frame;

    /// <summary>What the start of a multistep scheme needs.</summary>
    public LaneStart? Start { get; init; }

    /// <summary>Modes of the current states.</summary>
    public AlignedMemory State => Sources[0];
}
