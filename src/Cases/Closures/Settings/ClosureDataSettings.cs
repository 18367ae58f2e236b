using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>Runs of the two-scale system, and how often they are looked at.</summary>
public sealed record ClosureDataSettings
{
    /// <summary>Time that passes before the first look.</summary>
    [NonNegative]
    public required double SpinUp { get; init; }

    /// <summary>Time from one look to the next.</summary>
    [Positive]
    public required double Every { get; init; }

    /// <summary>Runs to learn from.</summary>
    [AtLeast(1)]
    public required int Runs { get; init; }

    /// <summary>Runs that nothing is learnt from, on the ring of the training and on the longer one.</summary>
    [AtLeast(1)]
    public required int TestRuns { get; init; }

    /// <summary>Looks at each run.</summary>
    [AtLeast(2)]
    public required int Snapshots { get; init; }
}
