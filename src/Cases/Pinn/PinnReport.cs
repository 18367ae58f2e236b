using System.Globalization;
using Sci.Cases.Figures;
using Sci.Cases.Reports;
using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>Writes the figures and the report of a network's solution.</summary>
internal static class PinnReport
{
    private static readonly string[] Limits =
    [
        "(M) A classical solver is faster and more accurate for every forward problem here; see docs/surrogates.md.",
        "(M) A small loss does not bound the error; watch the distance from a reference.",
        "(C) Fully connected tanh networks or Gaussians, in double precision; a line and time, or a square.",
    ];

    public static ExperimentResult Result(string name, PinnSettings settings, PinnAnswer answer)
    {
        var metrics = new OrderedDictionary<string, double>
        {
            [Metric.RelativeL2] = answer.RelativeError,
            ["loss"] = answer.Losses[^1],
            ["parameters"] = answer.Parameters.Length,
        };
        if (!double.IsNaN(answer.ResidualVariance))
        {
            metrics["residual_variance"] = answer.ResidualVariance;
        }

        return new ExperimentResult(name, 0, metrics, new FoundEquation(Text(settings.Problem), "", ""), []);
    }

    public static void Write(ExperimentRun<PinnSettings> run, ExperimentResult result, PinnAnswer answer)
    {
        var settings = run.Experiment.Settings;
        var figures = new FigureFolder(Path.Combine(run.Output, "figures"));
        var error = answer.RelativeError.ToString("0.0e+0", CultureInfo.InvariantCulture);
        Report.Write(run.Output, new ReportModel
        {
            Title = $"{settings.Title}: {run.Experiment.Name}",
            Sentence = $"The network's solution is {error} from the reference (relative, L2).",
            Equations = [],
            Metrics =
                [.. result.Metrics.Select(pair => new ReportMetric(pair.Key, Meaning(pair.Key), pair.Value, ""))],
            Terms = [],
            Sections =
            [
                new ReportSection("Solution", [Text(settings.Problem)], [figures.Draw(Fields(settings, answer))]),
                new ReportSection("Training", [Plan(settings.Training)], [figures.Draw(Loss(answer))]),
                .. Verdict.Section(run, result),
            ],
            Settings = SettingsText.Yaml(settings),
            Limits = Limits,
            Notices = [.. figures.Notices],
        });
    }

    private static string Text(PinnProblemSettings problem) => problem switch
    {
        EvolutionSettings evolution => evolution.Equation,
        LagrangianSettings l =>
            FormattableString.Invariant($"u_t = -{l.Speed}*u_x - {l.Advection}*u*u_x + {l.Viscosity}*u_xx"),
        SteadySettings steady => FormattableString.Invariant($"lap(u) + {steady.SquaredWavenumber}*u = f"),
        _ => "",
    };

    private static string Plan(TrainingSettings training) =>
        $"{training.AdamSteps} steps of Adam, then {training.NewtonSteps} of "
        + (training.Memory == 0 ? "self-scaled BFGS" : $"L-BFGS with {training.Memory} pairs")
        + $", on {training.Points} points drawn anew every {training.ResampleEvery} steps.";

    private static string Meaning(string metric) => metric switch
    {
        Metric.RelativeL2 => "distance from the reference over its norm",
        "loss" => "last loss",
        "parameters" => "trained numbers",
        "residual_variance" => "mean squared residual under the uniform measure",
        _ => metric,
    };

    private static FieldImages Fields(PinnSettings settings, PinnAnswer answer) => new(
        "solution",
        "The reference, the network's solution, and a hundred times their difference.",
        new Extent("x", answer.Places[0], answer.Places[^1]),
        new Extent(settings.Problem is SteadySettings ? "y" : "t", answer.Rows[0], answer.Rows[^1]),
        "u",
        settings.Problem is SteadySettings,
        [new Panel("reference", answer.Reference), new Panel("network", answer.Solution),
            new Panel("100 × difference", Hundredfold(answer))]);

    private static Sci.Numerics.States Hundredfold(PinnAnswer answer)
    {
        var difference = answer.Difference();
        foreach (ref var value in difference.Values)
        {
            value *= 100;
        }

        return difference;
    }

    private static Curves Loss(PinnAnswer answer) => new(
        "loss",
        "The loss over the steps; it jumps where points are drawn anew or a window of time begins.",
        FigureAxis.Linear("step"),
        FigureAxis.Logarithmic("loss"),
        [Series.Of("loss", [.. answer.Steps.Select(step => (double)step)], answer.Losses)]);
}
