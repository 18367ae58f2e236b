using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>The model whose missing terms are sought.</summary>
public sealed record ModelSettings
{
    /// <summary>Its equation.</summary>
    public required string Equation { get; init; }

    /// <summary>The scheme that integrates it.</summary>
    public required SchemeName Scheme { get; init; }

    /// <summary>Length of its steps.</summary>
    [Positive]
    public required double TimeStep { get; init; }

    /// <summary>Number of points of its own grid; the truth's if left out.</summary>
    [Even]
    public int? Points { get; init; }

    /// <summary>The grid that the model runs on.</summary>
    public Grid GridOf(GridSettings truth)
    {
        ArgumentNullException.ThrowIfNull(truth);
        return (truth with { Points = Points ?? truth.Points }).Line();
    }
}
