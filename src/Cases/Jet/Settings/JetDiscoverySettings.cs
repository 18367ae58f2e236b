using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>How the missing terms are found.</summary>
[Variant("gauss-newton", typeof(JetGaussNewtonSettings))]
[Variant("authors", typeof(JetAuthorsSettings))]
public abstract record JetDiscoverySettings;

/// <summary>Gauss-Newton steps on the model's own forecasts, read in ψ at the sensors.</summary>
public sealed record JetGaussNewtonSettings : JetDiscoverySettings
{
    /// <summary>Candidates in the equation of each layer.</summary>
    [Count(1)]
    public required IReadOnlyList<string> Library { get; init; }

    /// <summary>χ² that a term must be worth.</summary>
    [Positive]
    public required double Price { get; init; }

    /// <summary>Part of the misfit below which no contribution of a term is believed.</summary>
    [Positive]
    public required double Floor { get; init; }

    /// <summary>Rows of points at both edges in y whose sensors are not compared with the forecast.</summary>
    [Between(0, 90)]
    public required int CutRows { get; init; }
}

/// <summary>The authors' recipe: one Euler step of their solver, their ten columns, their relevance vector
/// machine.</summary>
public sealed record JetAuthorsSettings : JetDiscoverySettings
{
    /// <summary>Rows and columns of points cut off on every side.</summary>
    [Between(0, 40)]
    public required int Cut { get; init; }

    /// <summary>Whether the library is evaluated at the model's forecast, as their program does, or at the
    /// start.</summary>
    public required JetLibraryTime LibraryAt { get; init; }
}

/// <summary>Which state the authors' library is evaluated at.</summary>
public enum JetLibraryTime
{
    /// <summary>The model's forecast: their program overwrites its arguments.</summary>
    Forecast,

    /// <summary>The state that the step starts from.</summary>
    Start,
}
