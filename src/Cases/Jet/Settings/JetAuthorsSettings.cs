using Sci.Cases.Settings;

namespace Sci.Cases;

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
