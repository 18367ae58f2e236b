using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>A local ensemble transform Kalman filter over a window before each pair; its innovations tell what the
/// model lacks.</summary>
/// <remarks>The first members are the first snapshot's kriging and draws of its errors. Both layers are moved
/// together.</remarks>
public sealed record JetLetkfSettings : WindowSettings
{
    /// <summary>How often the windows are filtered: first with the wrong model, then with the corrected one.</summary>
    [AtLeast(1)]
    public required int Passes { get; init; }

    /// <summary>Size of the ensemble.</summary>
    [Between(2, 1000)]
    public required int Members { get; init; }

    /// <summary>Half the distance at which readings stop to count (Gaspari and Cohn), in deformation radii.</summary>
    [Positive]
    public required double HalfWidth { get; init; }

    /// <summary>What multiplies the deviations of the members after each analysis.</summary>
    [Between(1, 2)]
    public required double Inflation { get; init; }

    /// <summary>Share of the forecasts' perturbations that stays after the analysis.</summary>
    [Between(0, 1)]
    public required double Relaxation { get; init; }

    /// <summary>Analyses before the first whose forecast is compared with what is seen next.</summary>
    [AtLeast(1)]
    public required int Settling { get; init; }
}
