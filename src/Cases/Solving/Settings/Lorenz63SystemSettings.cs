using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Lorenz's three equations.</summary>
public sealed record Lorenz63SystemSettings : OdeSystemSettings
{
    /// <summary>σ.</summary>
    public double Sigma { get; init; } = 10;

    /// <summary>ρ.</summary>
    public double Rho { get; init; } = 28;

    /// <summary>β.</summary>
    public double Beta { get; init; } = 8.0 / 3;

    internal override IModel Model(double timeStep) => new Lorenz63(Sigma, Rho, Beta, timeStep);
}
