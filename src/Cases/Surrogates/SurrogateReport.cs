using System.Globalization;
using Sci.Cases.Figures;
using Sci.Cases.Reports;
using Sci.Cases.Settings;
using Sci.Surrogates;
using static TorchSharp.torch;

namespace Sci.Cases;

/// <summary>Writes the report of a surrogate.</summary>
internal static class SurrogateReport
{
    private static readonly string[] Limits =
    [
        "(M) A network knows the distribution it was trained on; outside it nothing bounds its error.",
        "(M) The solver that made the data is more exact at any cost, and for one run far cheaper than a training.",
        "(C) One field on a periodic line.",
        "(C) The test runs are looked at during training for the curve alone: they choose nothing.",
    ];

    public static void Write(
        ExperimentRun<SurrogateSettings> run,
        ExperimentResult result,
        SurrogateData data,
        IReadOnlyList<TrainedNetwork> networks,
        IReadOnlyList<SurrogateTests> tests,
        IReadOnlyList<SurrogateFilters> filters)
    {
        var settings = run.Experiment.Settings;
        var figures = new FigureFolder(Path.Combine(run.Output, "figures"));
        var sections = new List<ReportSection>
        {
            new("Training", [Sentence(networks)], [figures.Draw(Curve(networks[0].Curve))]),
            new(
                "Prediction", ["One pair of the test runs; the median network of a case may be another."],
                [figures.Draw(Example(settings, data, networks[0]))]),
        };
        if (settings.Rollout is { } rollout)
        {
            sections.Add(new("Runs by itself", [], [figures.Draw(Rollout(settings, rollout, tests))]));
        }

        if (settings.Filter is { } filter)
        {
            sections.Add(new("In a filter", [], [figures.Draw(Filter(filter, filters[0]))]));
        }

        sections.AddRange(Verdict.Section(run, result));

        Report.Write(run.Output, new ReportModel
        {
            Title = $"{settings.Title}: {run.Experiment.Name}",
            Sentence =
                $"The mean relative error on runs that it has not seen is {Text(result.Metrics[Metric.RelativeL2])}.",
            Equations = [],
            Metrics = [.. result.Metrics.Select(
                pair => new ReportMetric(pair.Key, SurrogateMetrics.Meaning(pair.Key), pair.Value, ""))],
            Terms = [],
            Sections = sections,
            Settings = SettingsText.Yaml(settings),
            Limits = Limits,
            Notices = [.. figures.Notices],
        });
    }

    private static string Sentence(IReadOnlyList<TrainedNetwork> networks) =>
        $"{networks.Count} network{(networks.Count == 1 ? "" : "s")} of {networks[0].Parameters} parameters, {networks[0].Curve.Count} epochs.";

    /// <summary>Loss and error over the epochs.</summary>
    public static Curves Curve(IReadOnlyList<EpochReport> curve)
    {
        var validated = curve.Where(epoch => double.IsFinite(epoch.Validation)).ToArray();
        return new Curves(
            "training",
            "Loss of the training and error on the test runs, of the first network.",
            FigureAxis.Linear("epoch"),
            FigureAxis.Logarithmic("loss, relative error"),
            [
                Series.Of(
                    "loss", [.. curve.Select(epoch => (double)epoch.Epoch)], [.. curve.Select(epoch => epoch.Loss)]),
                Series.Of("test runs", [.. validated.Select(epoch => (double)epoch.Epoch)], [.. validated.Select(
                    epoch => epoch.Validation)]),
            ]);
    }

    private static Curves Example(SurrogateSettings settings, SurrogateData data, TrainedNetwork trained)
    {
        var coarse = SurrogateData.Thinned(data.Tests.Slice(0, 2), settings.Data.EveryPoint);
        var x = (settings.Data.Grid with { Points = settings.Points }).Line().Axes[0].Coordinates();
        using var recording = no_grad();
        using var scope = NewDisposeScope();
        var given = Samples.Fields(coarse.Slice(0, 1), settings.Training.Type);
        var found = trained.Network.call(given).to(float64).contiguous().data<double>().ToArray();
        given.Dispose();
        return new Curves(
            "prediction",
            "The input, the solver's answer and the network's.",
            FigureAxis.Linear("x"),
            FigureAxis.Linear("u"),
            [
                Series.Of("input", x, coarse[0].ToArray()),
                Series.Of("network", x, found),
                Series.Reference("solver", x, coarse[1].ToArray()),
            ]);
    }

    private static Curves Rollout(
        SurrogateSettings settings, RolloutSettings rollout, IReadOnlyList<SurrogateTests> tests)
    {
        double[] time = [.. Enumerable.Range(1, rollout.Steps).Select(step => step * settings.Data.Every)];
        return new Curves(
            "rollout",
            "Relative error of every network's runs by itself, mean over the test runs.",
            FigureAxis.Linear("time"),
            FigureAxis.Logarithmic("relative error"),
            [
                .. tests.Select(
                    (each, i) => Series.Of(tests.Count == 1 ? "network" : $"network {i + 1}", time, each.Rollout)),
                Series.Reference("nothing in common", [time[0], time[^1]], [Math.Sqrt(2), Math.Sqrt(2)]),
            ]);
    }

    private static Curves Filter(SurrogateFilterSettings settings, SurrogateFilters filters)
    {
        double[] time = [.. Enumerable.Range(0, settings.Analyses).Select(
            i => (settings.BurnIn + i + 1) * settings.Observations.Every)];
        return new Curves(
            "filter",
            "Error of the analysis with the network and with the solver.",
            FigureAxis.Linear("time"),
            FigureAxis.Linear("root mean square error"),
            [
                Series.Of("network", time, filters.Network.AnalysisErrors),
                Series.Of("solver", time, filters.Solver.AnalysisErrors),
            ]);
    }

    private static string Text(double value) => value.ToString("g3", CultureInfo.InvariantCulture);
}
