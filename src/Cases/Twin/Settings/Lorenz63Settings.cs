using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Lorenz's three equations with σ, ρ, β = 10, 28, 8/3, by the classical Runge-Kutta scheme.</summary>
public sealed record Lorenz63Settings : SystemSettings
{
    internal override Grid Grid => Grid.Line(3, 3);

    internal override int Fields => 1;

    internal override IReadOnlyList<string> Names => ["x"];

    internal override IModel Model() => new Lorenz63(10, 28, 8.0 / 3, TimeStep);

    // Where the comparisons of Sakov, Oliver and Bertino (2012) start.
    internal override double[] First() => [1.509, -1.531, 25.46];
}
