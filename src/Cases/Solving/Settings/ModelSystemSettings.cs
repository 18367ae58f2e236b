using Sci.Solvers;

namespace Sci.Cases;

/// <summary>A system that a model carries forward step by step.</summary>
public abstract record ModelSystemSettings : SolvedSystemSettings
{
    /// <summary>How long its steps are.</summary>
    public required SolvedStepSettings Step { get; init; }

    /// <summary>Order of its scheme.</summary>
    internal abstract int SchemeOrder { get; }

    /// <summary>The model of a fixed step.</summary>
    internal abstract IModel Model(double timeStep);

    /// <summary>The same system on a grid with so many times the points along each axis.</summary>
    internal abstract ModelSystemSettings Finer(int times);
}
