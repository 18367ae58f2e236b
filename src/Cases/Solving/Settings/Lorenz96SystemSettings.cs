using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Lorenz's ring of variables.</summary>
public sealed record Lorenz96SystemSettings : OdeSystemSettings
{
    /// <summary>Number of variables.</summary>
    [AtLeast(4)]
    public required int Variables { get; init; }

    /// <summary>Forcing F.</summary>
    public required double Forcing { get; init; }

    internal override IModel Model(double timeStep) => new Lorenz96(Variables, Forcing, timeStep);
}
