using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>The rate of change of a state.</summary>
/// <param name="state">The state.</param>
/// <param name="rate">Where its rate of change goes, as many values.</param>
public delegate void RateOfChange(ReadOnlySpan<double> state, Span<double> rate);

/// <summary>Any system of ordinary differential equations, by the classical Runge-Kutta scheme of order 4.</summary>
/// <param name="rate">The right-hand side; several threads may call it at once.</param>
/// <param name="grid">Where the values stand; a state may have several values a point.</param>
/// <param name="size">Values in a state.</param>
/// <param name="timeStep">Length of a step.</param>
public sealed class OdeModel(RateOfChange rate, Grid grid, int size, double timeStep) : IModel
{
    /// <summary>Order of the scheme.</summary>
    public static int Order => 4;

    /// <inheritdoc/>
    public Grid Grid => grid;

    /// <inheritdoc/>
    public double TimeStep => timeStep;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The states have another size.</exception>
    /// <exception cref="BlowUpException">A row is no longer finite.</exception>
    public void Advance(States states, int steps = 1)
    {
        ArgumentNullException.ThrowIfNull(states);
        if (states.Size != size)
        {
            throw new ArgumentException($"A state of this model has {size} values, not {states.Size}.", nameof(states));
        }

        Rows.ForEach(states.Count, (long)steps * size, row => Run(states[row], steps), (row, step) =>
            new BlowUpException(row, step * timeStep, "is no longer finite", $"take a time step below {timeStep}"));
    }

    private int Run(Span<double> state, int steps)
    {
        double[] slope = new double[size], stage = new double[size], sum = new double[size];
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

        return SpectralCore.AllFinite(state) ? 0 : steps;

        // With k the rate at the stage: stage ← state + length k, sum ← sum + weight k.
        void Stage(double length, double weight, ReadOnlySpan<double> start)
        {
            rate(stage, slope);
            Pointwise.Add(slope, weight, sum);
            start.CopyTo(stage);
            Pointwise.Add(slope, length, stage);
        }
    }
}
