using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Models by the names that a case uses.</summary>
internal static class Solved
{
    public static Scheme Scheme(SolvedSchemeName name, double timeStep) => name switch
    {
        SolvedSchemeName.Etdrk2 => new Etdrk2(timeStep),
        SolvedSchemeName.Krogstad => new Krogstad(timeStep),
        SolvedSchemeName.ExponentialAdams4 => new ExponentialAdams(timeStep, 4),
        SolvedSchemeName.ExponentialAdams5 => new ExponentialAdams(timeStep, 5),
        SolvedSchemeName.ExponentialAdams6 => new ExponentialAdams(timeStep, 6),
        SolvedSchemeName.Pece4 => new ExponentialPece(timeStep, 4),
        SolvedSchemeName.Pece5 => new ExponentialPece(timeStep, 5),
        SolvedSchemeName.Pece6 => new ExponentialPece(timeStep, 6),
        SolvedSchemeName.Cnab2 => new Cnab2(timeStep),
        SolvedSchemeName.Sbdf2 => new Sbdf2(timeStep),
        SolvedSchemeName.Sbdf3 => new Sbdf3(timeStep),
        SolvedSchemeName.Ark3 => new Ark3(timeStep),
        SolvedSchemeName.Ark4 => new Ark4(timeStep),
        SolvedSchemeName.Rk4 => new Rk4(timeStep),
        SolvedSchemeName.Ssprk3 => new Ssprk3(timeStep),
        SolvedSchemeName.DormandPrince => new DormandPrince(timeStep),
        SolvedSchemeName.Ab2 => new Ab2(timeStep),
        SolvedSchemeName.Ab3 => new Ab3(timeStep),
        SolvedSchemeName.Ab3Classical => new Ab3Classical(timeStep),
        SolvedSchemeName.Leapfrog => new Leapfrog(timeStep, 0.01),
        _ => new Etdrk4(timeStep),
    };

    public static Dealiasing Dealiasing(DealiasingName name) => name switch
    {
        DealiasingName.TwoThirds => Solvers.Dealiasing.TwoThirds,
        DealiasingName.ThreeHalves => Solvers.Dealiasing.ThreeHalves,
        _ => Solvers.Dealiasing.None,
    };

    public static Precision Precision(PrecisionName name) =>
        name == PrecisionName.Single ? Solvers.Precision.Single : Solvers.Precision.Double;

    /// <summary>The model of a system; where steps vary, one step is the interval between two saves.</summary>
    public static IModel Model(ModelSystemSettings system, double interval) => system.Step switch
    {
        FixedStepSettings step => system.Model(step.TimeStep),
        CourantStepSettings step when system is SpectralSystemSettings spectral => new AdaptiveModel(
            spectral.Model, new ByCourant(new HealthCheck(spectral.Spectral(interval)), step.Courant), interval,
            step.Halvings),
        ErrorStepSettings step when system is SpectralSystemSettings { Scheme: SolvedSchemeName.DormandPrince } =>
            new AdaptiveModel(system.Model, new ByEmbedded(step.Tolerance), interval, step.Halvings),
        ErrorStepSettings step => new AdaptiveModel(
            system.Model, new ByError(step.Tolerance, system.SchemeOrder), interval, step.Halvings),
        _ => throw new NotSupportedException("Steps by Courant number need a system that is an equation."),
    };

    /// <summary>Who looks at the states of a run.</summary>
    public static IReadOnlyList<IWatch> Watches(SolveSettings settings, IModel model) =>
        settings is { Watch: { } watch, System: SpectralSystemSettings { Step: FixedStepSettings step } system }
            ? watch.On(system.Spectral(step.TimeStep), system.Quantities)
            : [new FiniteWatch(model)];

    /// <summary>The first state of a case.</summary>
    public static States Start(SolveSettings settings, string folder) =>
        States.Of(settings.Initial!.In(folder).On(settings.System, settings.Seed));
}
