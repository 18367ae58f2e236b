using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>
/// So short that the error of each stays below a tolerance: Dormand and Prince's embedded one, else that of two halves.
/// </summary>
public sealed record ErrorStepSettings : SolvedStepSettings
{
    /// <summary>Largest error of a value in one step.</summary>
    [Positive]
    public required double Tolerance { get; init; }

    /// <summary>How often the interval between two saves may be halved.</summary>
    [Between(1, 30)]
    public required int Halvings { get; init; }
}
