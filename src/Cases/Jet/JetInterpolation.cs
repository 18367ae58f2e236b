using Sci.Assimilation;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>Stage 3: whole first snapshots of the pairs, as q₁ and q₂.</summary>
internal static class JetInterpolation
{
    // Preconditioned residuals at which the fills end.
    private const double Tolerance = 1e-6;
    private const int MaximumIterations = 4000;

    // Up to so many sensors the covariance of their readings is factorised (2 s) rather than iterated upon.
    private const int Few = 2000;

    /// <summary>The starts of the pairs where no model is asked for them.</summary>
    public static States Starts(JetSettings settings, JetObserved observed) =>
        JetFlow.ToVorticity(settings.Interpolation is { } method
            ? Of(method, settings.Observations.Noise, observed).Interpolate(observed.Sensors, observed.Starts)
            : observed.Starts);

    public static IInterpolant Of(InterpolationSettings settings, double noise, JetObserved observed) => settings switch
    {
        KrigingSettings kriging => Kriging(kriging, kriging.Variances, noise, observed),
        WindowSettings window => Kriging(window, window.Variances, noise, observed),
        CubicSettings cubic => new LocalCubic(cubic.Neighbours),
        RandomFeatureSettings random =>
            new RandomFeatureRidge(random.Features, random.Width, random.Ridge, new RandomSource(1)),
        PositionNetworkInterpolation network => new PositionNetworks(network, 1),
        MinimumEnergySettings fill => new MinimumEnergyFill(fill.Power, fill.Floor, Tolerance, MaximumIterations),
        _ => throw new ArgumentException($"{settings} is no interpolant.", nameof(settings)),
    };

    /// <summary>Kriging with the covariance of the readings, for few sensors.</summary>
    public static DirectKriging Direct(PriorSettings settings, double power, IReadOnlyList<double> variances,
        double noise, JetObserved observed) =>
        new(observed.Sensors, Prior(settings, power, variances), Noise(noise, observed));

    private static IInterpolant Kriging(
        PriorSettings settings, IReadOnlyList<double> variances, double noise, JetObserved observed) =>
        observed.Sensors.Points.Count <= Few
            ? Direct(settings, settings.Power, variances, noise, observed)
            : new SpectralKriging(Prior(settings, settings.Power, variances), Noise(noise, observed), Tolerance,
                MaximumIterations);

    /// <summary>The prior of the two fields.</summary>
    public static FlowSpectrum Prior(PriorSettings settings, double power, IReadOnlyList<double> variances) =>
        FlowSpectrum.OfPower(JetFlow.Grid, (variances[0], variances[1]), power, settings.Floor);

    private static (double First, double Second) Noise(double noise, JetObserved observed) =>
        (noise * observed.Sizes[0], noise * observed.Sizes[1]);
}
