using System.Globalization;
using Sci.Cases.Figures;
using Sci.Cases.Reports;
using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Writes an experiment's figures and its report.</summary>
internal static class MedidaReport
{
    private static readonly string[] Limits =
    [
        "(M) Terms that the data cannot tell apart are not told apart: see the "
        + "inclusion odds and the aliases in 4-discovery.h5.",
        "(M) Beyond a few Lyapunov times a window no longer determines its own start.",
        "(C) One field on a periodic line, all windows with the same intervals and observed at the same points.",
        "(C) The noise is white and its level is read from the spectrum's "
        + "tail; a spectrum without a flat tail hides it.",
    ];

    public static void Write(
        ExperimentRun<MedidaSettings> run, ExperimentResult result, Truth? truth, Discovered discovered,
        Increments? increments, Verified? verified, IReadOnlyList<Draw> draws)
    {
        var settings = run.Experiment.Settings;
        var figures = new FigureFolder(Path.Combine(run.Output, "figures"));
        var coefficients = Coefficients(settings, discovered);
        var sections = new List<ReportSection> { Discovery(settings, discovered, coefficients, draws, figures) };
        if (verified is not null)
        {
            sections.Add(Verification(settings, verified, figures));
        }

        sections.AddRange(Verdict.Section(run, result));
        sections.Insert(0, Observations(settings, truth, figures, withPicture: verified is not null));
        var law = settings.Truth?.Law is { } known ? Equation.Parse(discovered.Corrected.Grid, known) : null;
        var corrected = Rounded(discovered);
        string[] warnings = [.. Warnings(settings, increments, discovered, verified)];
        Report.Write(run.Output, new ReportModel
        {
            Title = $"{settings.Title}: {run.Experiment.Name}",
            Sentence = Sentence(result, discovered),
            Equations =
            [
                new(
                    "model", result.Equation.Model,
                    Equation.Parse(discovered.Corrected.Grid, settings.Model.Equation).ToLatex()),
                new("discovered", discovered.Terms.Count == 0
                    ? "0" : result.Equation.Discovered, discovered.Equation.ToLatex()),
                new("corrected", corrected.ToString(), corrected.ToLatex()),
                .. law is null ? Array.Empty<ReportEquation>() : [new("truth", law.ToString(), law.ToLatex())],
            ],
            Metrics = [.. result.Metrics.Select(
                pair => new ReportMetric(pair.Key, MedidaResult.Meaning(pair.Key), pair.Value, ""))],
            Terms = coefficients,
            Sections = sections,
            Settings = SettingsText.Yaml(settings),
            Limits = Limits,
            Notices = [.. figures.Notices, .. warnings],
        });
        Array.ForEach(warnings, run.Progress.Note);
    }

    // The digits that the deviations allow; all of them are in 4-discovery.h5 and result.json.
    private static Equation Rounded(Discovered discovered)
    {
        var (corrected, found) = (discovered.Corrected, discovered.Terms.ToList());
        var rounded = corrected.Terms.Select(t => found.FindIndex(f => f.Term == t.Term) is >= 0 and var i
            ? t with { Coefficient = Numbers.Rounded(t.Coefficient, discovered.Equation.Deviations[i]) }
            : t);
        return corrected.Plus(corrected.Terms.Select(t => t with { Coefficient = -t.Coefficient })).Plus(rounded);
    }

    private static string Sentence(ExperimentResult result, Discovered discovered)
    {
        if (!result.Metrics.TryGetValue(Metric.EpsilonBefore, out var distance))
        {
            return discovered.Terms.Count == 0
                ? "No model error was found." : $"The model lacks {result.Equation.Discovered}.";
        }

        var before = distance.ToString("P2", CultureInfo.InvariantCulture);
        var after = Percent(result.Metrics[Metric.EpsilonAfter]);
        return discovered.Terms.Count == 0
            ? $"No model error was found; the model's coefficients are {before} from the truth's."
            : $"The model lacks {result.Equation.Discovered}: its distance from the true coefficients falls from "
                + $"{before} to {after}.";
    }

    private static string Percent(double fraction) =>
        $"{(100 * fraction).ToString("g3", CultureInfo.InvariantCulture)} %";

    private static List<Coefficient> Coefficients(MedidaSettings settings, Discovered discovered)
    {
        var grid = discovered.Corrected.Grid;
        var missing = settings.Truth?.Law is { } law
            ? ModelError.Missing(Equation.Parse(grid, law), Equation.Parse(grid, settings.Model.Equation))
            : [];
        var found = discovered.Terms.Select((term, i) => new Coefficient(
            term.Term.ToString(),
            term.Coefficient,
            discovered.Equation.Deviations[i],
            missing.FirstOrDefault(t => t.Term == term.Term)?.Coefficient ?? 0));
        return [.. found, .. missing.Where(t => discovered.Terms.All(f => f.Term != t.Term))
            .Select(t => new Coefficient(t.Term.ToString(), 0, 0, t.Coefficient))];
    }

    private static ReportSection Observations(
        MedidaSettings settings, Truth? truth, FigureFolder figures, bool withPicture)
    {
        if (truth is null)
        {
            return new ReportSection("Observations", [Given(settings)], []);
        }

        var observing = settings.Seen;
        var text = $"{observing.Windows} window{(observing.Windows == 1 ? "" : "s")} of {observing.Times.Count} snapshots, "
            + $"{Places.Coordinates(settings).Length} points each, noise {Percent(observing.Noise)} "
            + "of a snapshot's standard deviation"
            + (observing.CleanTarget ? ", the last snapshot of each window clean." : ".");
        return new ReportSection("Observations", [text], withPicture ? [figures.Draw(Snapshots(settings, truth))] : []);
    }

    private static string Given(MedidaSettings settings) => settings.Increments is { } increments
        ? $"Increments from {increments.File}."
        : $"{settings.Seen.Given!.Snapshots.Count} snapshots from "
            + $"{(settings.Analysis ?? (FileObservationSettings)settings.Observations!).File}, "
            + $"{settings.Seen.Given.Missing} values missing.";

    private static Curves Snapshots(MedidaSettings settings, Truth truth)
    {
        var x = settings.Grid.Line().Axes[0].Coordinates();
        var last = settings.Seen.Times.Count - 1;
        return new Curves(
            "snapshots",
            "The truth at the first and the last snapshot of the first window.",
            FigureAxis.Linear("x"),
            FigureAxis.Linear("u"),
            [
                Series.Of($"t = {truth.WindowTimes[0]:0.###}", x, truth.Windows[0].ToArray()),
                Series.Of($"t = {truth.WindowTimes[last]:0.###}", x, truth.Windows[last].ToArray()),
            ]);
    }

    private static ReportSection Discovery(
        MedidaSettings settings, Discovered discovered, List<Coefficient> coefficients, IReadOnlyList<Draw> draws,
        FigureFolder figures)
    {
        var text = new List<string>();
        if (discovered.ChiSquare is { } chiSquare)
        {
            text.Add($"The residual is {chiSquare.ToString("0.000", CultureInfo.InvariantCulture)} times the noise's variance (1 if noise is all that is left).");
        }

        if (draws.Count > 1)
        {
            text.Add($"Over {draws.Count} draws of the noise the missing terms, and no others, were found {draws.Count(draw => draw.IsExact)} times.");
        }

        var drawn = new List<DrawnFigure>();
        if (coefficients.Count > 0)
        {
            drawn.Add(figures.Draw(new CoefficientBars("coefficients", "Coefficients found, two standard deviations to each side, and the true ones.", coefficients)));
        }

        if (discovered.ResidualSpectrum.Count > 0)
        {
            drawn.Add(figures.Draw(ResidualFigure.Of(discovered.ResidualSpectrum)));
        }

        if (settings.Verification is not null && discovered.Fit.Path.Count > 1)
        {
            drawn.Add(figures.Draw(new EvidencePath(
                "path",
                "What each further term brings: log evidence above, residual below.",
                [.. discovered.Fit.Path.Select(
                    model => new EvidenceStep(model.Support.Count, model.LogEvidence, model.ResidualFraction))],
                discovered.Terms.Count)));
        }

        return new ReportSection("Discovery", text, drawn);
    }

    private static ReportSection Verification(MedidaSettings settings, Verified verified, FigureFolder figures)
    {
        var axis = settings.Grid.Line().Axes[0];
        var images = new FieldImages(
            "forecasts",
            "A held-back stretch of the truth and its forecasts by the wrong and the corrected model.",
            new Extent("x", axis.Origin, axis.Origin + axis.Length),
            new Extent("lead time", 0, verified.LeadTimes[^1]),
            "u",
            false,
            [new Panel("truth", verified.TruthRun), new Panel("wrong model", verified.WrongRun), new Panel(
                "corrected model", verified.CorrectedRun)]);
        double[] lyapunovTimes = [.. verified.LeadTimes.Select(time => time * verified.Exponent)];
        var errors = new Curves(
            "errors",
            "Root-mean-square error of the forecasts over all held-back starts, "
            + "in units of the climate's standard deviation.",
            FigureAxis.Linear("lead time in Lyapunov times"),
            FigureAxis.Logarithmic("RMSE / climate deviation"),
            [
                Series.Of("wrong model", lyapunovTimes, [.. verified.ErrorBefore.Select(
                    error => error / verified.ClimateDeviation)]),
                Series.Of("corrected model", lyapunovTimes, [.. verified.ErrorAfter.Select(
                    error => error / verified.ClimateDeviation)]),
                Series.Reference(
                    "limit of a valid forecast", [lyapunovTimes[0], lyapunovTimes[^1]],
                    [settings.Verification!.Threshold, settings.Verification.Threshold]),
            ]);
        return new ReportSection(
            "Verification",
            [$"{verified.ValidBefore.Count} forecasts from states that nothing was fitted to. The leading Lyapunov exponent is {verified.Exponent.ToString("0.000", CultureInfo.InvariantCulture)} per unit time."],
            [figures.Draw(images), figures.Draw(errors)]);
    }

    private static IEnumerable<string> Warnings(
        MedidaSettings settings, Increments? increments, Discovered discovered, Verified? verified)
    {
        var looks = increments?.Looks ?? MemberLooks.None;
        var asked = (settings.Truth as EquationTruthSettings)?.Watch;
        // Members drawn anew for a single step still are the noise that they were drawn with.
        var limits = settings.Assimilation is EnkfSettings
            ? new WatchSettings { Tail = double.PositiveInfinity, Courant = asked?.Courant } : asked;
        foreach (var warning in looks.Warnings(limits, discovered.Corrected.Grid, settings.Model.TimeStep))
        {
            yield return warning;
        }

        if (!discovered.Settled)
        {
            yield return "The method did not settle; do not trust the coefficients.";
        }

        if (discovered.Terms.Count == 0)
        {
            yield return "No term is worth its price: the model lacks none of the library's, or noise and gaps hide it.";
        }

        if (ResidualFigure.Warning(discovered, discovered.Corrected.Grid.Axes[0].Length) is { } outside)
        {
            yield return outside;
        }

        if (verified is { BlowUp.Length: > 0 })
        {
            yield return verified.BlowUp;
        }
    }
}
