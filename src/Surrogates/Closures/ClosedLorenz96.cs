using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Surrogates;

/// <summary>
/// The slow ring of Lorenz's two-scale system with a closure in place of the fast one, by the classical Runge-Kutta
/// scheme: X'ₖ = Xₖ₋₁(Xₖ₊₁ - Xₖ₋₂) - Xₖ + F + Bₖ(X).
/// </summary>
/// <remarks>Lorenz (1996), Predictability: a problem partly solved.</remarks>
public sealed class ClosedLorenz96 : IModel
{
    private readonly IClosure closure;
    private readonly int size;
    private readonly double forcing;
    private readonly OdeModel ode;

    /// <summary>A ring of variables.</summary>
    /// <param name="closure">B; several threads may call it at once.</param>
    /// <param name="size">Number of variables, four or more.</param>
    /// <param name="forcing">F.</param>
    /// <param name="timeStep">Length of a step.</param>
    public ClosedLorenz96(IClosure closure, int size, double forcing, double timeStep)
    {
        (this.closure, this.size, this.forcing) = (closure, size, forcing);
        ode = new OdeModel(Rate, Grid.Line(size, size), size, timeStep);
    }

    /// <inheritdoc/>
    public Grid Grid => ode.Grid;

    /// <inheritdoc/>
    public double TimeStep => ode.TimeStep;

    /// <inheritdoc/>
    /// <exception cref="BlowUpException">A row is no longer finite.</exception>
    public void Advance(States states, int steps = 1) => ode.Advance(states, steps);

    private void Rate(ReadOnlySpan<double> x, Span<double> rate)
    {
        for (var k = 0; k < size; k++)
        {
            rate[k] = (x[(k + size - 1) % size] * (x[(k + 1) % size] - x[(k + size - 2) % size])) - x[k] + forcing;
        }

        closure.Add(x, rate);
    }
}
