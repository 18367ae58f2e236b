using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>
/// Lorenz's three equations: x' = σ (y - x), y' = x (ρ - z) - y, z' = x y - β z, by the classical Runge-Kutta scheme.
/// </summary>
/// <remarks>Lorenz (1963), doi:10.1175/1520-0469(1963)020&lt;0130:DNF&gt;2.0.CO;2. A state is (x, y, z).</remarks>
/// <param name="sigma">σ; Lorenz's is 10.</param>
/// <param name="rho">ρ; Lorenz's is 28.</param>
/// <param name="beta">β; Lorenz's is 8/3.</param>
/// <param name="timeStep">Length of a step.</param>
public sealed class Lorenz63(double sigma, double rho, double beta, double timeStep) : IModel
{
    /// <summary>Order of the scheme.</summary>
    public static int Order => 4;

    /// <summary>Three points without a geometry.</summary>
    public Grid Grid { get; } = Grid.Line(3, 3);

    /// <inheritdoc/>
    public double TimeStep => timeStep;

    /// <inheritdoc/>
    public void Advance(States states, int steps = 1)
    {
        ArgumentNullException.ThrowIfNull(states);
        for (var row = 0; row < states.Count; row++)
        {
            var state = states[row];
            var at = (state[0], state[1], state[2]);
            for (var step = 0; step < steps; step++)
            {
                at = Step(at);
            }

            (state[0], state[1], state[2]) = at;
        }
    }

    private (double X, double Y, double Z) Step((double X, double Y, double Z) at)
    {
        var half = timeStep / 2;
        var k1 = Tendency(at.X, at.Y, at.Z);
        var k2 = Tendency(at.X + (half * k1.X), at.Y + (half * k1.Y), at.Z + (half * k1.Z));
        var k3 = Tendency(at.X + (half * k2.X), at.Y + (half * k2.Y), at.Z + (half * k2.Z));
        var k4 = Tendency(at.X + (timeStep * k3.X), at.Y + (timeStep * k3.Y), at.Z + (timeStep * k3.Z));
        var sixth = timeStep / 6;
        return (
            at.X + (sixth * (k1.X + (2 * (k2.X + k3.X)) + k4.X)),
            at.Y + (sixth * (k1.Y + (2 * (k2.Y + k3.Y)) + k4.Y)),
            at.Z + (sixth * (k1.Z + (2 * (k2.Z + k3.Z)) + k4.Z)));
    }

    private (double X, double Y, double Z) Tendency(double x, double y, double z) =>
        (sigma * (y - x), (x * (rho - z)) - y, (x * y) - (beta * z));
}
