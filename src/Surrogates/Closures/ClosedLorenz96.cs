using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Surrogates;

/// <summary>
/// The slow ring of Lorenz's two-scale system with a closure in place of the fast one, by the classical Runge-Kutta
/// scheme: X'ₖ = Xₖ₋₁(Xₖ₊₁ - Xₖ₋₂) - Xₖ + F + Bₖ(X).
/// </summary>
/// <remarks>Lorenz (1996), Predictability: a problem partly solved.</remarks>
/// <param name="closure">B.</param>
/// <param name="size">Number of variables, four or more.</param>
/// <param name="forcing">F.</param>
/// <param name="timeStep">Length of a step.</param>
public sealed class ClosedLorenz96(IClosure closure, int size, double forcing, double timeStep) : IModel
{
    /// <inheritdoc/>
    public Grid Grid { get; } = Grid.Line(size, size);

    /// <inheritdoc/>
    public double TimeStep => timeStep;

    /// <inheritdoc/>
    /// <exception cref="BlowUpException">A row is no longer finite.</exception>
    public void Advance(States states, int steps = 1)
    {
        ArgumentNullException.ThrowIfNull(states);
        if (states.Size != size)
        {
            throw new ArgumentException($"A state of this ring has {size} values, not {states.Size}.", nameof(states));
        }

        Workers.For(states.Count, row => Run(states[row], steps));
        for (var row = 0; row < states.Count; row++)
        {
            if (!double.IsFinite(Vectors.Dot<double>(states[row], states[row])))
            {
                throw new BlowUpException(
                    row, steps * timeStep, "is no longer finite", $"take a time step below {timeStep}");
            }
        }
    }

    private void Run(Span<double> state, int steps)
    {
        double[] rate = new double[size], stage = new double[size], sum = new double[size];
        for (var step = 0; step < steps; step++)
        {
            state.CopyTo(sum);
            state.CopyTo(stage);
            Stage(timeStep / 2, timeStep / 6, state);
            Stage(timeStep / 2, timeStep / 3, state);
            Stage(timeStep, timeStep / 3, state);
            Stage(0, timeStep / 6, state);
            sum.CopyTo(state);
        }

        // With k the rate at the stage: stage ← state + length k, sum ← sum + weight k.
        void Stage(double length, double weight, ReadOnlySpan<double> start)
        {
            Rate(stage, rate);
            Vectors.Add<double>(sum, weight, rate);
            start.CopyTo(stage);
            Vectors.Add<double>(stage, length, rate);
        }
    }

    private void Rate(ReadOnlySpan<double> x, Span<double> rate)
    {
        for (var k = 0; k < size; k++)
        {
            rate[k] = (x[(k + size - 1) % size] * (x[(k + 1) % size] - x[(k + size - 2) % size])) - x[k] + forcing;
        }

        closure.Add(x, rate);
    }
}
