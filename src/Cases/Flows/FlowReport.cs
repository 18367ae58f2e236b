using System.Globalization;
using Sci.Cases.Figures;
using Sci.Cases.Reports;
using Sci.Cases.Settings;
using Sci.Numerics;
using Sci.Surrogates;

namespace Sci.Cases;

/// <summary>Writes the report of a network for a flow.</summary>
internal static class FlowReport
{
    private static readonly string[] Limits =
    [
        "(C) Viscosity, forcing and the conservation of the mean are built in; the network learns the stream's part.",
        "(M) A network has no claim on flows that the training does not hold: other viscosities, forcings, scales.",
        "(C) Test runs are looked at during training for the curve alone: they choose nothing.",
    ];

    /// <summary>What came out, in a clause.</summary>
    public static string Sentence(FlowTests tests) =>
        $"relative error {Text(tests.Errors.Average())}, without the network {Text(tests.Linear.Average())}";

    public static void Write(
        ExperimentRun<PlaneFlowSettings> run, ExperimentResult result, FlowData data, TrainedNetwork network,
        FlowTests tests, FlowRefinements? refined)
    {
        var settings = run.Experiment.Settings;
        var figures = new FigureFolder(Path.Combine(run.Output, "figures"));
        Report.Write(run.Output, new ReportModel
        {
            Title = $"{settings.Title}: {run.Experiment.Name}",
            Sentence = $"Over {settings.Data.Predicted} snapshots: {Sentence(tests)}.",
            Equations = [],
            Metrics = [.. result.Metrics.Select(
                pair => new ReportMetric(pair.Key, FlowMetrics.Meaning(pair.Key), pair.Value, ""))],
            Terms = [],
            Sections =
            [
                new("Training", [], [figures.Draw(SurrogateReport.Curve(network.Curve))]),
                new(
                    "Prediction", ["The first test run."],
                    [figures.Draw(Fields(settings, data, network)), figures.Draw(Steps(settings, tests))]),
                .. FlowRefinementReport.Section(settings, refined, figures),
                .. Verdict.Section(run, result),
            ],
            Settings = SettingsText.Yaml(settings),
            Limits = Limits,
            Notices = [.. figures.Notices],
        });
    }

    private static FieldImages Fields(PlaneFlowSettings settings, FlowData data, TrainedNetwork network)
    {
        var given = data.Tests.Slice(settings.Data.Given, 1);
        var (right, found) = (data.Tests.Slice(settings.Data.TestSnapshots, 1), given.Clone());
        new NetworkModel(network.Network, settings.Data.Grid, settings.Data.Every)
            .Advance(found, settings.Data.Predicted);
        var off = right.Clone();
        for (var at = 0; at < off.Size; at++)
        {
            off.Values[at] = 10 * (found.Values[at] - right.Values[at]);
        }

        States Square(States field) => new(settings.Data.Points, settings.Data.Points, field.Values.ToArray());
        return new FieldImages(
            "fields",
            "The last given vorticity, the last predicted one, the solver's, and ten times the error.",
            new Extent("x", 0, 1), new Extent("y", 0, 1), "w", IsMap: true,
            [
                new Panel("given", Square(given)), new Panel("network", Square(found)),
                new Panel("solver", Square(right)), new Panel("10 × error", Square(off)),
            ]);
    }

    private static Curves Steps(PlaneFlowSettings settings, FlowTests tests)
    {
        double[] times = [.. Enumerable.Range(1, tests.Steps.Count).Select(step => step * settings.Data.Every)];
        return new Curves(
            "steps",
            "Relative error of the network's runs by itself, mean over the test runs.",
            FigureAxis.Linear("time since the last given snapshot"),
            FigureAxis.Logarithmic("relative error"),
            [Series.Of("network", times, tests.Steps)]);
    }

    private static string Text(double value) => value.ToString("g3", CultureInfo.InvariantCulture);
}
