using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>
/// Responses of a model to its coefficients by running perturbed models, for models without a tangent.
/// </summary>
public static class FiniteDifferences
{
    /// <summary>
    /// What <see cref="IEquationModel.Respond"/> returns, by central differences; <paramref name="states"/> are carried
    /// forward.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="states">The states to start from; afterwards, those <paramref name="steps"/> steps later.</param>
    /// <param name="earlier">The states before them, as many as the model's memory; left as they are.</param>
    /// <param name="steps">Number of steps.</param>
    /// <param name="terms">Whose coefficients.</param>
    /// <param name="change">Size of the perturbation of a coefficient; the error goes with its square.</param>
    public static States Respond(
        IEquationModel model, States states, IReadOnlyList<States> earlier, int steps, IReadOnlyList<FieldTerm> terms,
        double change)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(terms);
        var responses = new States(states.Count * terms.Count, states.Size);
        for (var j = 0; j < terms.Count; j++)
        {
            var above = Run(model, states, earlier, steps, terms[j], change);
            var below = Run(model, states, earlier, steps, terms[j], -change);
            for (var row = 0; row < states.Count; row++)
            {
                var response = responses[(row * terms.Count) + j];
                for (var i = 0; i < response.Length; i++)
                {
                    response[i] = (above[row][i] - below[row][i]) / (2 * change);
                }
            }
        }

        Run(model, earlier, steps, states);
        return responses;
    }

    private static States Run(
        IEquationModel model, States states, IReadOnlyList<States> earlier, int steps, FieldTerm term, double change)
    {
        var changed = model.With(model.Equation.Plus(term.Field, [new WeightedTerm(change, term.Term)]));
        var run = states.Clone();
        Run(changed, earlier, steps, run);
        return run;
    }

    private static void Run(IEquationModel model, IReadOnlyList<States> earlier, int steps, States states) =>
        model.Advance(states, [.. earlier.Select(past => past.Clone())], steps);
}
