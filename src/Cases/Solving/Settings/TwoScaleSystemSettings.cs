using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Lorenz's ring of slow variables, each driving a part of a ring of fast ones.</summary>
public sealed record TwoScaleSystemSettings : OdeSystemSettings
{
    /// <summary>Number of slow variables.</summary>
    [AtLeast(4)]
    public required int Slow { get; init; }

    /// <summary>Fast variables of each.</summary>
    [AtLeast(1)]
    public required int Fast { get; init; }

    /// <summary>Forcing F.</summary>
    public required double Forcing { get; init; }

    /// <summary>Coupling h.</summary>
    public required double Coupling { get; init; }

    /// <summary>Ratio c of the time scales.</summary>
    [Positive]
    public required double TimeRatio { get; init; }

    /// <summary>Ratio b of the amplitudes.</summary>
    [Positive]
    public required double AmplitudeRatio { get; init; }

    internal override IModel Model(double timeStep) => new TwoScaleLorenz96(Slow, Fast, timeStep)
    {
        Forcing = Forcing,
        Coupling = Coupling,
        TimeRatio = TimeRatio,
        AmplitudeRatio = AmplitudeRatio,
    };
}
