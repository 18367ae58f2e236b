using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>The Gauss-Newton passes of <see cref="SolverInTheLoop"/> from one start.</summary>
internal sealed class LoopSearch(
    SolverInTheLoop method, Equation imperfect, IReadOnlyList<Window> windows, SignalEstimate signal,
    CancellationToken cancel)
{
    // Coefficients have settled when they move by less than this part of their deviation: the last windows to the end,
    // the shorter ones until the next length has something to gain from them.
    private const double Settled = 1e-2;
    private const double CloseEnough = 1;

    private const int Halvings = 6;

    private readonly string[] names = [.. method.Library.Select(term => term.ToString())];
    private readonly List<LoopPass> passes = [];

    public LoopFit Run(double[] start)
    {
        var coefficients = start;
        var length = windows[0].Times.Count;
        foreach (var snapshots in method.Growth.Before(length))
        {
            _ = Settle(Cut(snapshots), ref coefficients, CloseEnough);
        }

        return Settle(Cut(length), ref coefficients, Settled);
    }

    private CutWindows Cut(int snapshots) => new(windows, signal, method.Knowledge, snapshots);

    private LoopFit Settle(CutWindows cut, ref double[] coefficients, double tolerance)
    {
        var itinerary = new Itinerary(cut.Times, method.TimeStep);
        var starts = cut.Firsts();
        LinearisedWindows? about = null;
        double[]? followed = null;
        for (var pass = 1; ; pass++)
        {
            cancel.ThrowIfCancellationRequested();
            about = Follow(cut, itinerary, starts, ref coefficients, followed, about);
            followed = coefficients;
            var fit = method.Regression.Fit(TriangularFactor.Of(about.Design(names)));
            double[] found = [.. fit.Weights];
            about.CopyStarts(found, starts);
            var settled = HasSettled(coefficients, found, fit, tolerance);
            coefficients = found;
            passes.Add(Pass(found, about, cut.Snapshots));
            if (settled || pass == method.Passes)
            {
                return Result(fit, about, starts, settled);
            }
        }
    }

    private static bool HasSettled(double[] before, double[] after, SparseFit fit, double tolerance)
    {
        for (var j = 0; j < after.Length; j++)
        {
            if ((before[j] != 0) != (after[j] != 0) || Math.Abs(after[j] - before[j]) > tolerance * fit.Deviations[j])
            {
                return false;
            }
        }

        return true;
    }

    // Coefficients that the solver cannot follow are drawn back halfway towards the last that it could.
    private LinearisedWindows Follow(
        CutWindows cut,
        Itinerary itinerary,
        States starts,
        ref double[] coefficients,
        double[]? followed,
        LinearisedWindows? last)
    {
        for (var halving = 1; ; halving++)
        {
            try
            {
                var at = new Expansion(
                    method.Solver, imperfect.Plus(Terms(coefficients)), method.Library, signal.Band, starts, itinerary);
                return last?.At(at, coefficients) ?? LinearisedWindows.About(method.Responses, at, cut, coefficients);
            }
            catch (BlowUpException) when (followed is not null && halving <= Halvings)
            {
                coefficients = [.. coefficients.Zip(followed, (to, from) => (to + from) / 2)];
            }
        }
    }

    private LoopPass Pass(double[] found, LinearisedWindows about, int snapshots) =>
        new(snapshots, about.Residuals(found).Sum(rows => rows.Sum(e => e * e)) / about.Rows, Terms(found));

    private LoopFit Result(SparseFit fit, LinearisedWindows about, States starts, bool settled)
    {
        var spectrum = new double[signal.Band.Modes + 1];
        var counts = new int[spectrum.Length];
        foreach (var residual in about.Residuals([.. fit.Weights]))
        {
            for (var i = 0; i < residual.Length; i++)
            {
                var mode = FourierBand.ModeOf(i % signal.Band.Dimension);
                spectrum[mode] += residual[i] * residual[i];
                counts[mode]++;
            }
        }

        return new LoopFit(
            fit.Shifted(about.TruncationMoments()),
            Terms(fit.Weights),
            signal.Band.Lift(starts, imperfect.Grid.Points),
            signal,
            passes[^1].ChiSquare,
            about.Rows,
            [.. spectrum.Zip(counts, (square, count) => square / count)],
            [.. passes],
            settled);
    }

    private WeightedTerm[] Terms(IReadOnlyList<double> coefficients) =>
        [.. method.Library.Zip(coefficients, (term, c) => new WeightedTerm(c, term)).Where(t => t.Coefficient != 0)];
}
