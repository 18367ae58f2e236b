using Sci.Solvers;

namespace Sci.Cases;

/// <summary>A system of ordinary differential equations, by the classical Runge-Kutta scheme.</summary>
public abstract record OdeSystemSettings : ModelSystemSettings
{
    internal override Grid Grid => Model(1).Grid;

    internal override IReadOnlyList<string> Fields => ["state"];

    internal override bool HasPlaces => false;

    internal override int SchemeOrder => 4;

    internal override ModelSystemSettings Finer(int times) =>
        throw new NotSupportedException("There is no spacing to halve.");
}
