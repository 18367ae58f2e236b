using Sci.Numerics;

namespace Sci.Solvers.Kernels;

/// <summary>The modes that a step in lanes reads and writes; one a thread.</summary>
internal sealed class LaneMemory<T>(int inputs, int stages, int length, LaneFrame<T> frame)
    where T : unmanaged
{
    /// <summary>The inputs of a step, then the tendencies at its stages.</summary>
    public AlignedMemory<T>[] Sources { get; } = [.. Enumerable.Range(0, inputs + stages).Select(_ =>
        new AlignedMemory<T>(length))];

    /// <summary>The inputs of the next step.</summary>
    public AlignedMemory<T>[] Next { get; } =
        [.. Enumerable.Range(0, inputs).Select(_ => new AlignedMemory<T>(length))];

    /// <summary>The argument of a tendency.</summary>
    public AlignedMemory<T> Stage { get; } = new(length);

    /// <summary>States at the points, before and after.</summary>
    public AlignedMemory<T> Points { get; } = new(length);

    public LaneFrame<T> Frame { get; } = frame;

    /// <summary>What rounding has left of the states, where that is kept.</summary>
    public AlignedMemory<T>? Remainder { get; init; }

    /// <summary>What the start of a multistep scheme needs.</summary>
    public LaneStart<T>? Start { get; set; }

    /// <summary>Modes of the current states.</summary>
    public AlignedMemory<T> State => Sources[0];
}
