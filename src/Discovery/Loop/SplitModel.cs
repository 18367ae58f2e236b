using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>A model that can only be stepped, with terms added: their flow and the model's in turn.</summary>
/// <remarks>
/// One step S(h) is half a step of the terms, the model's own steps, half a step of the terms: second order, symmetric
/// (Strang, 1968, doi:10.1137/0705041). Where it holds an even number of the model's steps it is (4S(h/2)² - S(h))/3,
/// of order 4. The terms' flow is our own solver's. Calls of the model come one at a time.
/// </remarks>
public sealed class SplitModel : IModel
{
    private readonly IModel inner;
    private readonly int innerSteps;
    private readonly SpectralModel? half;
    private readonly SpectralModel? quarter;

    /// <summary>Adds terms to a model.</summary>
    /// <param name="inner">The model, of one field on a line.</param>
    /// <param name="added">An equation of the added terms alone, on the model's grid.</param>
    /// <param name="innerSteps">The model's own steps in one step of this.</param>
    public SplitModel(IModel inner, Equation added, int innerSteps)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(added);
        ArgumentOutOfRangeException.ThrowIfLessThan(innerSteps, 1);
        (this.inner, this.innerSteps) = (inner, innerSteps);
        if (added.Terms.Count > 0)
        {
            half = new SpectralModel(added, new Etdrk4(TimeStep / 2));
            quarter = new SpectralModel(added, new Etdrk4(TimeStep / 4));
        }
    }

    /// <inheritdoc/>
    public Grid Grid => inner.Grid;

    /// <inheritdoc/>
    public double TimeStep => innerSteps * inner.TimeStep;

    /// <summary>
    /// Solvers of a model with the terms of an equation added, in steps that are whole numbers of the model's.
    /// </summary>
    public static SolverFactory Around(IModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return (added, timeStep) =>
        {
            var steps = Math.Round(timeStep / model.TimeStep);
            return Math.Abs((steps * model.TimeStep) - timeStep) <= 1e-6 * timeStep
                ? new SplitModel(model, added, (int)steps)
                : throw new ArgumentException(
                    $"Steps of {timeStep:g6} are no whole number of the model's, "
                    + $"{model.TimeStep:g6}; choose intervals that are.",
                    nameof(timeStep));
        };
    }

    /// <inheritdoc/>
    public void Advance(States states, int steps = 1)
    {
        ArgumentNullException.ThrowIfNull(states);
        if (half is null)
        {
            Inner(states, steps * innerSteps);
            return;
        }

        for (var step = 0; step < steps; step++)
        {
            if (innerSteps % 2 == 0)
            {
                Extrapolated(states, half, quarter!);
            }
            else
            {
                Symmetric(states, half);
            }
        }
    }

    private void Symmetric(States states, SpectralModel terms)
    {
        terms.Advance(states);
        Inner(states, innerSteps);
        terms.Advance(states);
    }

    private void Extrapolated(States states, SpectralModel half, SpectralModel quarter)
    {
        var whole = states.Clone();
        Symmetric(whole, half);
        quarter.Advance(states);
        Inner(states, innerSteps / 2);
        half.Advance(states);
        Inner(states, innerSteps / 2);
        quarter.Advance(states);
        for (var i = 0; i < whole.Values.Length; i++)
        {
            states.Values[i] = ((4 * states.Values[i]) - whole.Values[i]) / 3;
        }
    }

    private void Inner(States states, int steps)
    {
        lock (inner)
        {
            inner.Advance(states, steps);
        }
    }
}
