using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>A system of the solvers.</summary>
[ChosenBy("name")]
[Variant("equation", typeof(EquationSystemSettings))]
[Variant("navier-stokes", typeof(NavierStokesSystemSettings))]
[Variant("layers", typeof(LayersSystemSettings))]
[Variant("two-layers", typeof(TwoLayersSystemSettings))]
[Variant("surface-flow", typeof(SurfaceSystemSettings))]
[Variant("jet", typeof(JetSystemSettings))]
[Variant("weno-burgers", typeof(WenoSystemSettings))]
[Variant("porous-medium", typeof(PorousSystemSettings))]
[Variant("diffusion-sorption", typeof(SorptionSystemSettings))]
[Variant("lorenz63", typeof(Lorenz63SystemSettings))]
[Variant("lorenz96", typeof(Lorenz96SystemSettings))]
[Variant("two-scale-lorenz96", typeof(TwoScaleSystemSettings))]
public abstract record SolvedSystemSettings
{
    /// <summary>The grid of each of its fields.</summary>
    internal abstract Grid Grid { get; }

    /// <summary>Its fields, one after the other in a state.</summary>
    internal abstract IReadOnlyList<string> Fields { get; }

    /// <summary>Whether it brings its own initial state.</summary>
    internal virtual bool HasOwnStart => false;

    /// <summary>Whether its values have places; else they are numbered variables.</summary>
    internal virtual bool HasPlaces => true;

    /// <summary>Coordinates along its last axis.</summary>
    internal virtual double[] Places => Grid.Axes[^1].Coordinates();
}
