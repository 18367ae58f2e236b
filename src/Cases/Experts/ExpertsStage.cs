using Sci.Numerics;
using Sci.Surrogates;

namespace Sci.Cases;

/// <summary>
/// Finds solutions by nonlinear least squares over a basis: the hard-constraint layer, whole and by experts.
/// </summary>
internal static class ExpertsStage
{
    private static readonly LevenbergMarquardt Solver = new(100, 1e-10);

    public static ExpertsAnswer Run(ExpertsSettings settings, Action<double> progress, CancellationToken cancel)
    {
        var basis = new SorptionBasis(settings);
        var (whole, parts) = (Parts(settings, basis, 1), Parts(settings, basis, settings.Experts));
        var (global, experts) = (new double[settings.Tests], new double[settings.Tests]);
        var (work, slowest, all) = (0.0, 0.0, 0.0);
        States[]? shown = null;
        for (var test = 0; test < settings.Tests; test++)
        {
            cancel.ThrowIfCancellationRequested();
            var initial = basis.Draw(new RandomSource(settings.Seed)["tests"][test]);
            var truth = basis.Solve(initial);
            var (one, oneWork) = Solve(settings, whole, basis.Start, initial);
            var (several, works) = Solve(settings, parts, basis.Start, initial);
            (global[test], experts[test]) = (Error(one, truth), Error(several, truth));
            (work, slowest, all) = (work + oneWork.Sum(), slowest + works.Max(), all + works.Sum());
            shown ??= [truth, one, several];
            progress((test + 1.0) / settings.Tests);
        }

        return new ExpertsAnswer(
            global, experts, work / slowest, work / all, GradientError(
                settings, parts[0], basis), shown![0], shown[1], shown[2]);
    }

    private static Part[] Parts(ExpertsSettings settings, SorptionBasis basis, int count) =>
        [.. Enumerable.Range(0, count).Select(part =>
    {
        var (first, last) = (part * settings.Points / count, (part + 1) * settings.Points / count);
        (int Time, int Point)[] rows = [.. Enumerable.Range(0, settings.Intervals + 1)
            .SelectMany(k => Enumerable.Range(first, last - first).Select(i => (k, i)))];
        return new Part(rows, basis.Values(rows), basis.Channels(rows));
    })];

    private static BasisCollocation Problem(ExpertsSettings settings, Part part, double[] initial)
    {
        SorptionRow[] kinds = [.. part.Rows.Select(row =>
            row.Time == 0 || row.Point == 0 ? SorptionRow.Given
            : row.Point == settings.Points - 1 ? SorptionRow.RightEnd
            : SorptionRow.Equation)];
        double[] values = [.. part.Rows.Select(row => row.Point == 0 ? 1 : initial[row.Point])];
        return new BasisCollocation(
            new SorptionPoint(kinds, values, settings.Weight), part.Channels, settings.Ridge, 0);
    }

    // The parts' fields put together, and the work of each: evaluations times rows.
    private static (States Field, double[] Works) Solve(
        ExpertsSettings settings, Part[] parts, double[] start, double[] initial)
    {
        var field = new States(settings.Intervals + 1, settings.Points);
        var works = new double[parts.Length];
        Workers.For(parts.Length, k =>
        {
            var part = parts[k];
            double[] omega = [.. start];
            works[k] = Solver.Solve(Problem(settings, part, initial), omega).Evaluations * (double)part.Rows.Length;
            for (var r = 0; r < part.Rows.Length; r++)
            {
                var u = 0.0;
                for (var j = 0; j < omega.Length; j++)
                {
                    u += omega[j] * part.Values[r][j];
                }

                field[part.Rows[r].Time][part.Rows[r].Point] = u;
            }
        });
        return (field, works);
    }

    // Derivative of a sum of the coefficients with respect to some numbers of the basis.
    private static double GradientError(ExpertsSettings settings, Part part, SorptionBasis basis)
    {
        var (start, initial) = (basis.Start, basis.Draw(new RandomSource(settings.Seed)["tests"][0]));
        const double step = 3e-6; // R(u) is nearly singular at u = 0: the differences are of fourth order.
        double[] Solution(States[] channels)
        {
            double[] omega = [.. start];
            var problem = Problem(settings, part with { Channels = channels }, initial);
            Solver.Solve(problem, omega);
            LevenbergMarquardt.Polish(problem, omega);
            return omega;
        }

        var (size, weights) = (part.Rows.Length * settings.Basis, start.Select((_, j) => 1.0 / (j + 1)).ToArray());
        var adjoint = new double[4 * size];
        LevenbergMarquardt.PullBack(Problem(settings, part, initial), Solution(part.Channels), weights, adjoint);
        var random = new RandomSource(settings.Seed)["gradient"];
        var (worst, largest) = (0.0, 0.0);
        for (var probe = 0; probe < 12; probe++)
        {
            var (channel, at) = (probe % 2, random.Below(size));
            double Shifted(double shift)
            {
                States[] moved = [.. part.Channels.Select(states => states.Clone())];
                moved[channel].Values[at] += shift;
                return Solution(moved).Zip(weights, (a, b) => a * b).Sum();
            }

            var difference = ((8 * (Shifted(step) - Shifted(-step))) - Shifted(2 * step) + Shifted(-2 * step))
                / (12 * step);
            worst = Math.Max(worst, Math.Abs(difference - adjoint[(channel * size) + at]));
            largest = Math.Max(largest, Math.Abs(difference));
        }

        return worst / largest;
    }

    private static double Error(States u, States truth)
    {
        var (difference, norm) = (0.0, 0.0);
        for (var i = 0; i < truth.Values.Length; i++)
        {
            difference += Math.Pow(u.Values[i] - truth.Values[i], 2);
            norm += truth.Values[i] * truth.Values[i];
        }

        return Math.Sqrt(difference / norm);
    }

    private sealed record Part((int Time, int Point)[] Rows, States Values, States[] Channels);
}
