using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>
/// The solver in the loop around a model that is only stepped: terms are added to it by operator splitting.
/// </summary>
/// <remarks>The model's equation serves the figures of merit alone.</remarks>
public sealed record BlackBoxSettings : DiscoverySettings
{
    /// <summary>Most Gauss-Newton passes at each window length.</summary>
    [AtLeast(1)]
    public required int Passes { get; init; }

    /// <summary>
    /// The model's own steps between two halves of an added term, a multiple of 4; they must divide the intervals.
    /// </summary>
    [AtLeast(4)]
    public required int ModelSteps { get; init; }

    internal override string? Accepts(ObservationPlan observations, AssimilationSettings? assimilation) =>
        ModelSteps % 4 == 0 ? NoFilter(assimilation) : "needs model_steps to be a multiple of 4";
}
