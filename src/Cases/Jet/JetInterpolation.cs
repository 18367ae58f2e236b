using Sci.Assimilation;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>Stage 3: whole first snapshots of the pairs, as q₁ and q₂.</summary>
internal static class JetInterpolation
{
    // Preconditioned residuals at which the fills end.
    private const double Tolerance = 1e-6;
    private const int MaximumIterations = 4000;

    /// <summary>The starts of the pairs for a model; only cycling asks for the model.</summary>
    public static States Starts(JetSettings settings, JetObserved observed, SolverOf model) =>
        settings.Interpolation switch
    {
        null => JetFlow.ToVorticity(observed.Starts),
        CyclingSettings cycling =>
            JetCycling.Starts(cycling, settings.Observations.Noise, observed, model(cycling.Every)),
        var one => JetFlow.ToVorticity(Of(one, settings.Observations.Noise, observed)
            .Interpolate(observed.Sensors, observed.Starts)),
    };

    /// <summary>A model, and the number of its steps in a time.</summary>
    internal delegate (Sci.Solvers.IModel Model, int Steps) SolverOf(double time);

    public static IInterpolant Of(InterpolationSettings settings, double noise, JetObserved observed) => settings switch
    {
        KrigingSettings kriging => Kriging(kriging, kriging.Variances, noise, observed),
        CyclingSettings cycling => Kriging(cycling, cycling.Variances, noise, observed),
        CubicSettings cubic => new LocalCubic(cubic.Neighbours),
        RandomFeatureSettings random =>
            new RandomFeatureRidge(random.Features, random.Width, random.Ridge, new RandomSource(1)),
        MinimumEnergySettings fill => new MinimumEnergyFill(fill.Power, fill.Floor, Tolerance, MaximumIterations),
        _ => throw new ArgumentException($"{settings} is no interpolant.", nameof(settings)),
    };

    public static SpectralKriging Kriging(
        PriorSettings settings, IReadOnlyList<double> variances, double noise, JetObserved observed) => new(
        FlowSpectrum.OfPower(JetFlow.Grid, (variances[0], variances[1]), settings.Power, settings.Floor),
        (noise * observed.Sizes[0], noise * observed.Sizes[1]),
        Tolerance,
        MaximumIterations);
}
