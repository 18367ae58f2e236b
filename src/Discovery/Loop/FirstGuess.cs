using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>Where the Gauss-Newton passes begin: terms from a regression without them.</summary>
/// <param name="Regression">Selects the terms.</param>
public abstract record FirstGuess(ISparseRegression Regression)
{
    // Guesses that are tried before nothing at all, and before the solver is said to blow up whatever is added to it.
    private const int Tried = 8;

    /// <summary>The likeliest coefficients, then smaller models on the regression's path, then none at all.</summary>
    internal double[][] Of(
        Equation imperfect, IReadOnlyList<Term> library, IReadOnlyList<Window> windows, SignalEstimate signal)
    {
        var nothing = new double[library.Count];
        if (Design(imperfect, library, windows, signal) is not { } rows)
        {
            return [nothing];
        }

        var design = TriangularFactor.Of(rows);
        var first = Regression.Fit(design);
        var smaller = first.Path.Where(model => model.Support.Count < first.Support.Count)
            .OrderByDescending(model => model.Support.Count)
            .Select(model => Weights(design, model.Support));
        return [.. smaller.Prepend([.. first.Weights]).Take(Tried).Append(nothing)];
    }

    /// <summary>The rows to regress, or null where there are none.</summary>
    private protected abstract IDesign? Design(
        Equation imperfect, IReadOnlyList<Term> library, IReadOnlyList<Window> windows, SignalEstimate signal);

    private static double[] Weights(TriangularFactor design, IReadOnlyList<int> support)
    {
        var solution = design.Solve([.. support], new double[support.Count]);
        var weights = new double[design.Columns];
        for (var i = 0; i < support.Count; i++)
        {
            weights[support[i]] = solution[i];
        }

        return weights;
    }
}
