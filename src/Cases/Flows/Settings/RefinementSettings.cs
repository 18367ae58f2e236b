using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>
/// The last layer of the network gets weights of its own for every wave, chosen at the time of use for the least
/// residual of the vorticity equation.
/// </summary>
public sealed record RefinementSettings
{
    /// <summary>Test runs whose forecasts are refined.</summary>
    [AtLeast(1)]
    public required int Runs { get; init; }

    /// <summary>Order of the backward differences in time, which reach into the given snapshots.</summary>
    [Between(1, 6)]
    public required int Order { get; init; }

    /// <summary>The norm of the residual.</summary>
    public required ResidualNorm Norm { get; init; }

    /// <summary>Steps: residuals, or gradients where the method needs them, that may be taken.</summary>
    [AtLeast(1)]
    public required int Steps { get; init; }

    /// <summary>How the norm is made small.</summary>
    public required RefinementMethodSettings Method { get; init; }
}
