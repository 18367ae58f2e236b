using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>
/// Finds missing terms with the solver in the loop: each library column is the solver's own response over the whole
/// interval between snapshots, and the unknown state at the start of each window is estimated with the coefficients.
/// </summary>
/// <remarks>
/// A Gauss-Newton pass linearises the solver about the present states and coefficients, integrates the states
/// out (see <c>EliminatedStarts</c>), selects terms on what is left and puts them into the model.
/// Windows grow from pairs of snapshots to their full length, so that a chaotic stretch is entered from close by. The
/// time-step bias of a single pass (Mojgani, Chattopadhyay and Hassanzadeh, 2022, doi:10.1063/5.0091282) does not
/// arise: columns and forecast are made by the same steps.
/// </remarks>
/// <param name="Solver">Makes the solver of an equation.</param>
/// <param name="TimeStep">Longest step of the solver, in the model's unit of time.</param>
/// <param name="Library">The candidates.</param>
/// <param name="Regression">Selects terms; it is given rows of noise variance 1.</param>
/// <param name="Guess">Where the passes begin.</param>
/// <param name="Band">Which modes are fitted.</param>
/// <param name="Passes">Most Gauss-Newton passes at each window length.</param>
/// <param name="Responses">How the solver's derivatives are taken.</param>
/// <param name="Growth">How windows grow to their full length.</param>
/// <param name="Knowledge">What is taken to be known of the starts.</param>
public sealed record SolverInTheLoop(
    SolverFactory Solver,
    double TimeStep,
    IReadOnlyList<Term> Library,
    ISparseRegression Regression,
    FirstGuess Guess,
    IFittedBand Band,
    int Passes,
    ResponseMethod Responses,
    IWindowGrowth Growth,
    IStartKnowledge Knowledge)
{
    /// <summary>Finds the terms that <paramref name="imperfect"/> lacks.</summary>
    /// <param name="imperfect">The equation of the model, for one field on a line.</param>
    /// <param name="windows">Snapshots of the truth, at the same times in each window but for a shift.</param>
    /// <param name="cancel">Asked between passes.</param>
    /// <exception cref="ArgumentException">The windows differ in length or in the spacing of their times.</exception>
    /// <exception cref="BlowUpException">The model blows up with every start tried.</exception>
    public LoopFit Fit(Equation imperfect, IReadOnlyList<Window> windows, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(imperfect);
        ArgumentNullException.ThrowIfNull(windows);
        RequireAlike(windows);
        var signal = SignalEstimate.Of(windows, Band);
        var guesses = Guess.Of(imperfect, Library, windows, signal);
        for (var i = 0; ; i++)
        {
            try
            {
                return new LoopSearch(this, imperfect, windows, signal, cancel).Run(guesses[i]);
            }
            catch (BlowUpException) when (i + 1 < guesses.Length)
            {
                // A false term of the first guess can make the solver unstable: the next likely guess has others, or
                // fewer.
            }
        }
    }

    private static void RequireAlike(IReadOnlyList<Window> windows)
    {
        var pattern = windows.Count > 0 ? windows[0] : throw new ArgumentException(
            "There are no windows.", nameof(windows));
        for (var i = 1; i < windows.Count; i++)
        {
            for (var j = 0; j < pattern.Times.Count; j++)
            {
                if (windows[i].Times.Count != pattern.Times.Count || Math.Abs(
                    windows[i].Times[j] - windows[i].Times[0] - (pattern.Times[j] - pattern.Times[0])) > 1e-6 * pattern.Length)
                {
                    throw new ArgumentException(
                        $"Window {i} has other intervals between its snapshots than "
                        + "window 0; give each pattern its own fit.",
                        nameof(windows));
                }
            }
        }
    }
}
