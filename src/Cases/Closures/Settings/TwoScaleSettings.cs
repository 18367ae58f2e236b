using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Lorenz's two-scale system, by the classical Runge-Kutta scheme.</summary>
public sealed record TwoScaleSettings
{
    /// <summary>K, slow variables.</summary>
    [AtLeast(4)]
    public required int Slow { get; init; }

    /// <summary>J, fast variables for each slow one.</summary>
    [AtLeast(1)]
    public required int FastPerSlow { get; init; }

    /// <summary>F.</summary>
    public required double Forcing { get; init; }

    /// <summary>h.</summary>
    public required double Coupling { get; init; }

    /// <summary>c, the ratio of the time scales.</summary>
    [Positive]
    public required double TimeRatio { get; init; }

    /// <summary>b, the ratio of the amplitudes.</summary>
    [Positive]
    public required double AmplitudeRatio { get; init; }

    /// <summary>Length of a step.</summary>
    [Positive]
    public required double TimeStep { get; init; }

    /// <summary>What the sum of a slow variable's fast ones is multiplied by in its rate: -hc/b.</summary>
    internal double Exchange => -Coupling * TimeRatio / AmplitudeRatio;

    /// <summary>The system with another number of slow variables.</summary>
    internal TwoScaleLorenz96 Model(int slow) => new(slow, FastPerSlow, TimeStep)
    {
        Forcing = Forcing,
        Coupling = Coupling,
        TimeRatio = TimeRatio,
        AmplitudeRatio = AmplitudeRatio,
    };
}
