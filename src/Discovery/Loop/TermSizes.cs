using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>How large each term is on a set of states.</summary>
internal static class TermSizes
{
    /// <summary>Root mean square of each term over the points of all states, shape [terms].</summary>
    public static double[] Of(Equation equation, IReadOnlyList<Term> terms, States states)
    {
        var evaluator = new TermEvaluator(equation, terms);
        var sizes = new double[terms.Count];
        for (var row = 0; row < states.Count; row++)
        {
            var values = evaluator.Evaluate(states[row]);
            for (var j = 0; j < sizes.Length; j++)
            {
                foreach (var value in values[j])
                {
                    sizes[j] += value * value / (states.Count * values.Size);
                }
            }
        }

        return [.. sizes.Select(Math.Sqrt)];
    }
}
