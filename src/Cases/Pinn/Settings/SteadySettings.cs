using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>Δu + k²u = f on [-1, 1]² with u = 0 on the edge, f made for a given solution.</summary>
public sealed record SteadySettings : PinnProblemSettings
{
    /// <summary>k²; 0 for Poisson's equation.</summary>
    [NonNegative]
    public required double SquaredWavenumber { get; init; }

    /// <summary>The solution that f is made for.</summary>
    public required SolutionSettings Solution { get; init; }

    /// <summary>What represents it.</summary>
    public required RepresentationSettings Representation { get; init; }

    /// <summary>How points are chosen.</summary>
    public required SamplingName Sampling { get; init; }
}
