using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Lorenz's ring of variables, by the classical Runge-Kutta scheme.</summary>
public sealed record Lorenz96Settings : SystemSettings
{
    /// <summary>Number of variables.</summary>
    [AtLeast(4)]
    public required int Variables { get; init; }

    /// <summary>Forcing F.</summary>
    public required double Forcing { get; init; }

    internal override Grid Grid => new Lorenz96(Variables, Forcing, TimeStep).Grid;

    internal override int Fields => 1;

    internal override IReadOnlyList<string> Names => ["x"];

    internal override (double Value, Func<double, IModel> With)? Parameter =>
        (Forcing, forcing => new Lorenz96(Variables, forcing, TimeStep));

    internal override IModel Model() => new Lorenz96(Variables, Forcing, TimeStep);

    internal override double[] First() => [1, .. new double[Variables - 1]];
}
