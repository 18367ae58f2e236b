using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>The Gauss-Newton passes of <see cref="SolverInTheLoop"/> from one start.</summary>
internal sealed class LoopSearch(
    SolverInTheLoop method, Equation imperfect, IReadOnlyList<Window> windows, SignalEstimate signal, CancellationToken cancel)
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
        foreach (var snapshots in Lengths(length))
        {
            _ = Settle(Cut(snapshots), ref coefficients, CloseEnough);
        }

        return Settle(Cut(length), ref coefficients, Settled);
    }

    // Pairs, then windows of three times as many intervals each time; one that would be nearly whole is passed over.
    private static IEnumerable<int> Lengths(int whole)
    {
        for (var intervals = 1; 2 * intervals < whole - 1; intervals *= 3)
        {
            yield return intervals + 1;
        }
    }

    // Windows of the given number of snapshots, and the noise of each; the leftovers of an uneven division are left out.
    private (Window[] Windows, IReadOnlyList<double>[] Noise) Cut(int snapshots)
    {
        var cut = new List<Window>();
        var noise = new List<IReadOnlyList<double>>();
        for (var i = 0; i < windows.Count; i++)
        {
            foreach (var (part, j) in windows[i].Split(snapshots).Select((part, j) => (part, j)))
            {
                if (part.Times.Count == snapshots)
                {
                    cut.Add(part);
                    noise.Add([.. signal.NoiseVariances[i].Skip(j * (snapshots - 1)).Take(snapshots)]);
                }
            }
        }

        return ([.. cut], [.. noise]);
    }

    private LoopFit Settle((Window[] Windows, IReadOnlyList<double>[] Noise) cut, ref double[] coefficients, double tolerance)
    {
        var observed = cut.Windows.Select(window => signal.Band.Project(window.Observed)).ToArray();
        var starts = new States(observed.Length, signal.Band.Dimension);
        for (var i = 0; i < observed.Length; i++)
        {
            observed[i][0].CopyTo(starts[i]);
        }

        double[]? followed = null;
        for (var pass = 1; ; pass++)
        {
            cancel.ThrowIfCancellationRequested();
            var problems = Follow(cut, observed, starts, ref coefficients, followed);
            followed = coefficients;
            var fit = method.Regression.Fit(TriangularFactor.Of(Stack(problems)));
            double[] found = [.. fit.Weights];
            for (var i = 0; i < problems.Length; i++)
            {
                problems[i].Start(found).CopyTo(starts[i]);
            }

            var settled = HasSettled(coefficients, found, fit, tolerance);
            coefficients = found;
            var result = Result(fit, problems, starts, cut.Windows[0].Times.Count, settled);
            if (settled || pass == method.Passes)
            {
                return result;
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
    private EliminatedStarts[] Follow(
        (Window[] Windows, IReadOnlyList<double>[] Noise) cut,
        States[] observed,
        States starts,
        ref double[] coefficients,
        double[]? followed)
    {
        for (var halving = 1; ; halving++)
        {
            try
            {
                return Linearise(cut, observed, starts, coefficients);
            }
            catch (BlowUpException) when (followed is not null && halving <= Halvings)
            {
                coefficients = [.. coefficients.Zip(followed, (to, from) => (to + from) / 2)];
            }
        }
    }

    private EliminatedStarts[] Linearise(
        (Window[] Windows, IReadOnlyList<double>[] Noise) cut, States[] observed, States starts, double[] coefficients)
    {
        var responses = StepResponses.Of(
            method.Solver, imperfect.Plus(Terms(coefficients)), method.Library, signal.Band, starts, cut.Windows[0].Times, method.TimeStep);
        var truncation = MeanSquare(responses);
        var problems = new EliminatedStarts[responses.Length];
        Workers.For(problems.Length, i => problems[i] = new EliminatedStarts(
            observed[i], cut.Noise[i], truncation, responses[i], starts[i], coefficients));
        return problems;
    }

    private static double[] MeanSquare(StepResponses[] responses)
    {
        var square = new double[responses[0].Truncation.Values.Length];
        foreach (var response in responses)
        {
            for (var i = 0; i < square.Length; i++)
            {
                square[i] += response.Truncation.Values[i] * response.Truncation.Values[i] / responses.Length;
            }
        }

        return square;
    }

    private DenseDesign Stack(EliminatedStarts[] problems)
    {
        var columns = new States(names.Length, problems.Sum(problem => problem.Rows));
        var target = new double[columns.Size];
        var at = 0;
        foreach (var problem in problems)
        {
            problem.CopyColumn(names.Length, target.AsSpan(at));
            for (var j = 0; j < names.Length; j++)
            {
                problem.CopyColumn(j, columns[j][at..]);
            }

            at += problem.Rows;
        }

        return new DenseDesign(names, columns, target);
    }

    private LoopFit Result(SparseFit fit, EliminatedStarts[] problems, States starts, int snapshots, bool settled)
    {
        var spectrum = new double[signal.Band.Modes + 1];
        var counts = new int[spectrum.Length];
        var sum = 0.0;
        foreach (var residual in problems.Select(problem => problem.Residual(fit.Weights)))
        {
            for (var i = 0; i < residual.Length; i++)
            {
                var mode = FourierBand.ModeOf(i % signal.Band.Dimension);
                spectrum[mode] += residual[i] * residual[i];
                counts[mode]++;
                sum += residual[i] * residual[i];
            }
        }

        var rows = problems.Sum(problem => problem.Rows);
        passes.Add(new LoopPass(snapshots, sum / rows, Terms(fit.Weights)));
        return new LoopFit(
            fit,
            Terms(fit.Weights),
            signal.Band.Lift(starts, imperfect.Grid.Points),
            signal,
            sum / rows,
            rows,
            [.. spectrum.Zip(counts, (square, count) => square / count)],
            [.. passes],
            settled);
    }

    private WeightedTerm[] Terms(IReadOnlyList<double> coefficients) =>
        [.. method.Library.Zip(coefficients, (term, c) => new WeightedTerm(c, term)).Where(t => t.Coefficient != 0)];
}
