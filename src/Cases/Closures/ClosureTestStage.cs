using Sci.Numerics;
using Sci.Surrogates;

namespace Sci.Cases;

/// <summary>Stage 3: closures on runs that they have not seen, by themselves and in forecasts.</summary>
internal static class ClosureTestStage
{
    public static ClosureTests Run(
        ClosureSettings settings, ClosureData data, TrainedNetwork trained, Action<double> progress,
        CancellationToken cancel)
    {
        var network = (Standardised)trained.Network;
        using var longer = network.Around(
            ((FourierOperator)network.Inner).OnLongerLine(settings.System.Slow, settings.Longer));
        var (done, training) = (0, data.Training);
        return new ClosureTests(
            Scores(new NetworkClosure(network), data.Tests, data.Forecasts),
            Scores(new NetworkClosure(longer), data.Longer, data.LongerForecasts));

        ClosureScore[] Scores(IClosure learnt, TwoScaleRuns tests, TwoScaleRuns forecasts)
        {
            (string Name, IClosure Closure)[] closures =
            [
                ("mean", PolynomialClosure.Fit(training.Slow, training.Effects, 0)),
                ("polynomial", PolynomialClosure.Fit(training.Slow, training.Effects, settings.Degree)),
                ("network", learnt),
            ];
            return Array.ConvertAll(closures, each =>
            {
                cancel.ThrowIfCancellationRequested();
                var score = new ClosureScore(
                    each.Name, SquaredError(each.Closure, tests),
                    Correlations(settings, each.Closure, forecasts, Mean(training.Slow.Values), cancel));
                progress(++done / 6.0);
                return score;
            });
        }
    }

    private static double SquaredError(IClosure closure, TwoScaleRuns tests)
    {
        var errors = new States(tests.Slow.Count, tests.Slow.Size);
        Workers.For(errors.Count, row => closure.Add(tests.Slow[row], errors[row]));
        var sum = 0.0;
        for (var i = 0; i < errors.Values.Length; i++)
        {
            sum += Math.Pow(errors.Values[i] - tests.Effects.Values[i], 2);
        }

        return sum / errors.Values.Length;
    }

    // Mean over the runs of the correlation of x - climate with that of the truth.
    private static double[] Correlations(
        ClosureSettings settings, IClosure closure, TwoScaleRuns truth, double climate, CancellationToken cancel)
    {
        var forecast = settings.Forecast;
        var model = new ClosedLorenz96(closure, truth.Slow.Size, settings.System.Forcing, forecast.TimeStep);
        var steps = (int)Math.Round(forecast.Every / forecast.TimeStep);
        var state = SurrogateData.Rows(
            truth.Slow, [.. Enumerable.Range(0, forecast.Runs).Select(run => run * forecast.Leads)]);
        var correlations = new double[forecast.Leads];
        for (var lead = 0; lead < forecast.Leads; lead++)
        {
            cancel.ThrowIfCancellationRequested();
            for (var run = 0; run < forecast.Runs; run++)
            {
                correlations[lead] +=
                    Correlation(state[run], truth.Slow[(run * forecast.Leads) + lead], climate) / forecast.Runs;
            }

            if (lead < forecast.Leads - 1)
            {
                model.Advance(state, steps);
            }
        }

        return correlations;
    }

    private static double Correlation(ReadOnlySpan<double> found, ReadOnlySpan<double> right, double climate)
    {
        var (both, own, other) = (0.0, 0.0, 0.0);
        for (var k = 0; k < found.Length; k++)
        {
            var (a, b) = (found[k] - climate, right[k] - climate);
            (both, own, other) = (both + (a * b), own + (a * a), other + (b * b));
        }

        return both / Math.Sqrt(own * other);
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }
}
