using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Holds a run against its reference, its claimed order and published exponents.</summary>
internal static class SolveComparison
{
    public const string LargestError = "largest_error";
    public const string OrderFigure = "order";
    public const string ClaimedOrder = "order_claimed";
    public const string Lyapunov = "lyapunov_1";

    public static Dictionary<string, double> Run(
        SolveSettings settings, Solution solution, string folder, CancellationToken cancel)
    {
        var figures = new Dictionary<string, double>();
        if (settings.Reference is { } reference)
        {
            var right = reference.On(settings.System, settings.Duration, folder);
            Compare(right, solution.States[solution.States.Count - 1], figures);
        }

        if (settings.Order is { } order)
        {
            Order(settings, order, folder, figures, cancel);
        }

        if (settings is { Lyapunov: { } lyapunov, System: ModelSystemSettings system })
        {
            Exponents(settings, lyapunov, system, solution, figures);
        }

        return figures;
    }

    private static void Compare(double[] right, ReadOnlySpan<double> state, Dictionary<string, double> figures)
    {
        var (error, size, largest) = (0.0, 0.0, 0.0);
        for (var i = 0; i < right.Length; i++)
        {
            var difference = state[i] - right[i];
            (error, size) = (error + (difference * difference), size + (right[i] * right[i]));
            largest = Math.Max(largest, Math.Abs(difference));
        }

        (figures[Metric.RelativeL2], figures[LargestError]) = (Math.Sqrt(error / size), largest);
    }

    // log₂ of the ratio of the last two differences between neighbours: Richardson (1911).
    private static void Order(
        SolveSettings settings, OrderSettings order, string folder, Dictionary<string, double> figures,
        CancellationToken cancel)
    {
        double[] End(int times)
        {
            cancel.ThrowIfCancellationRequested();
            return settings.System switch
            {
                TabulatedSystemSettings tabulated => tabulated.Refined(times, order.Time),
                ModelSystemSettings model when order.Of == Refinement.Space =>
                    Finer(settings, model, times, order.Time, folder),
                _ => Shorter(settings, times, order.Time, folder),
            };
        }

        double[][] ends = [.. Enumerable.Range(order.Halvings - 2, 3).Select(halving => End(1 << halving))];
        figures[OrderFigure] = Math.Log2(Distance(ends[0], ends[1]) / Distance(ends[1], ends[2]));
        figures[ClaimedOrder] = settings.System switch
        {
            TabulatedSystemSettings tabulated => tabulated.SpaceOrder,
            SpectralSystemSettings { Differences: { } differences } when order.Of == Refinement.Space => differences,
            WenoSystemSettings when order.Of == Refinement.Space => 5,
            ModelSystemSettings model => model.SchemeOrder,
            _ => double.NaN,
        };
    }

    private static double[] Shorter(SolveSettings settings, int times, double time, string folder)
    {
        var system = (ModelSystemSettings)settings.System;
        var step = ((FixedStepSettings)system.Step).TimeStep / times;
        var state = Solved.Start(settings, folder);
        system.Model(step).Advance(state, (int)Math.Round(time / step));
        return state[0].ToArray();
    }

    private static double[] Finer(
        SolveSettings settings, ModelSystemSettings system, int times, double time, string folder)
    {
        var step = ((FixedStepSettings)system.Step).TimeStep;
        var finer = system.Finer(times);
        var state = Solved.Start(settings with { System = finer }, folder);
        finer.Model(step).Advance(state, (int)Math.Round(time / step));
        return Coarse(state[0], system, finer);
    }

    // The points that a finer grid shares with a coarser one, of all fields.
    private static double[] Coarse(ReadOnlySpan<double> state, SolvedSystemSettings coarse, SolvedSystemSettings fine)
    {
        var (from, to) = (fine.Grid, coarse.Grid);
        var times = from.Axes[^1].Points / to.Axes[^1].Points;
        var result = new double[coarse.Fields.Count * to.Points];
        for (var i = 0; i < result.Length; i++)
        {
            var (field, at) = Math.DivRem(i, to.Points);
            var (row, column) = Math.DivRem(at, to.Axes[^1].Points);
            result[i] = state[(field * from.Points) + (times * row * from.Axes[^1].Points) + (times * column)];
        }

        return result;
    }

    private static double Distance(double[] a, double[] b) =>
        Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Average());

    private static void Exponents(
        SolveSettings settings, LyapunovSettings lyapunov, ModelSystemSettings system, Solution solution,
        Dictionary<string, double> figures)
    {
        var random = new RandomSource(settings.Seed)["lyapunov"];
        var model = system.Model(((FixedStepSettings)system.Step).TimeStep);
        var exponents = LyapunovExponents.Of(
            model, States.Of(solution.States[solution.States.Count - 1]), lyapunov.Exponents, lyapunov.Steps,
            lyapunov.Intervals / 10, lyapunov.Intervals, random);
        for (var i = 0; i < exponents.Length; i++)
        {
            figures[$"lyapunov_{i + 1}"] = exponents[i];
        }
    }
}
