using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>White noise in time on a ring of wavenumbers.</summary>
public sealed record StirringSettings
{
    /// <summary>Middle of the ring.</summary>
    [Positive]
    public required double Wavenumber { get; init; }

    /// <summary>Half of its width.</summary>
    [Positive]
    public required double HalfWidth { get; init; }

    /// <summary>Mean rate at which half the mean square of the first field grows by it.</summary>
    [Positive]
    public required double Rate { get; init; }
}
