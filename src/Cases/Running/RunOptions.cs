namespace Sci.Cases;

/// <summary>
/// How to run, as opposed to what: the same results come out whatever stands here, <see cref="Overrides"/> aside.
/// </summary>
public sealed record RunOptions
{
    /// <summary>Settings changed for this run, each <c>a.b.c=value</c>.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>Folder of the results; null for <c>out</c> in the case's folder.</summary>
    public string? Output { get; init; }

    /// <summary>Whether cases that run a command of the user's own are refused.</summary>
    public bool NoCommands { get; init; }

    /// <summary>Most bytes of memory that a run may be expected to take; null for what there is.</summary>
    public double? Memory { get; init; }

    /// <summary>Threads to use; null for all cores.</summary>
    public int? Threads { get; init; }
}
