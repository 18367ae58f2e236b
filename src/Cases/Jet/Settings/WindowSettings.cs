using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>Readings taken in one after another over a window before each pair, with the model as it stands.</summary>
public abstract record WindowSettings : PriorSettings
{
    /// <summary>Prior variance of ψ₁ and of ψ₂ at a point for the first snapshot of a window.</summary>
    [Count(2, 2)]
    [Positive]
    public required IReadOnlyList<double> Variances { get; init; }

    /// <summary>Number of snapshots before the pair.</summary>
    [AtLeast(1)]
    public required int Cycles { get; init; }

    /// <summary>Time between them.</summary>
    [Positive]
    public required double Every { get; init; }
}
