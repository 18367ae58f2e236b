using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>Measures the order of convergence: differences between runs whose steps or spacings are halved.</summary>
public sealed record OrderSettings
{
    /// <summary>Duration of these runs, from the state at time 0.</summary>
    [Positive]
    public required double Time { get; init; }

    /// <summary>What is halved.</summary>
    public required Refinement Of { get; init; }

    /// <summary>How often: the order comes from the last three runs.</summary>
    [Between(2, 10)]
    public int Halvings { get; init; } = 2;
}
