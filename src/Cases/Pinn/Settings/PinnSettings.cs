namespace Sci.Cases;

/// <summary>A partial differential equation solved by a physics-informed network, beside a reference.</summary>
public sealed record PinnSettings : IMemory
{
    /// <summary>What the case shows, in a line.</summary>
    public required string Title { get; init; }

    /// <summary>Seed of every random draw.</summary>
    public required ulong Seed { get; init; }

    /// <summary>What is solved, and by which network.</summary>
    public required PinnProblemSettings Problem { get; init; }

    /// <summary>How the network is trained.</summary>
    public required TrainingSettings Training { get; init; }

    /// <inheritdoc/>
    public MemoryEstimate Memory(string folder, int threads) => PinnMemory.Of(this);
}
