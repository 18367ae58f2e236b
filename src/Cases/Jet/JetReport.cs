using System.Globalization;
using Sci.Cases.Figures;
using Sci.Cases.Reports;
using Sci.Cases.Settings;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>Writes an experiment's figures and its report.</summary>
internal static class JetReport
{
    // A misfit beyond what errors of starts and readings leave, by this factor, has another cause. Homogeneous priors
    // do not know that eddies live on the jet: with a right model and few sensors the factor is 2.
    private const double MostExcess = 2.5;

    // Where all is seen without noise, the corrected model repeats the truth to this part of the misfit.
    private const double MostUnexplained = 1e-3;

    // Misfits below this part of the fields are round-off: nothing is missing, and nothing settles.
    private const double RoundOff = 1e-11;

    private static readonly string[] Limits =
    [
        "(C) The box is doubly periodic; sponges at the edges in y stand for walls.",
        "(M) What lives between the sensors is not seen: its error on the starts biases what it resembles.",
        "(C) Errors of neighbours count as one in tiles of an eighth of the box; what is larger is taken for several.",
        "(M) psi1 and psiR are alike (correlation 0.98): with noise their coefficients err together.",
    ];

    public static void Write(
        ExperimentRun<JetSettings> run, ExperimentResult result, JetTruth truth, States starts,
        JetFiltered? filtered, JetFound found, ComparedInterpolants? compared, JetClimate? climate)
    {
        var settings = run.Experiment.Settings;
        var figures = new FigureFolder(Path.Combine(run.Output, "figures"));
        var coefficients = Coefficients(settings, found);
        var sections = new List<ReportSection>
        {
            new("Observations", [Seen(settings)], Maps(settings, truth, starts, figures)),
            new("Discovery", [Sentence(found)], Evidence(settings, found, coefficients, truth, figures)),
        };
        if (filtered is not null)
        {
            sections.Insert(1, new ReportSection("Filter",
                ["The wrong model is the background; every forecast is compared with what the sensors read next."],
                [.. JetFigures.Filter(settings, filtered).Select(figures.Draw)]));
        }

        if (compared is not null)
        {
            sections.Insert(1, new ReportSection("Interpolants",
                ["Relative errors: of ψ at the points without sensor, of its Laplacian at all points."],
                [figures.Draw(JetFigures.Spectra(compared))]) { Tables = [compared.Table()] });
        }

        if (climate is not null)
        {
            sections.Add(new ReportSection("Climate", [Energies(climate)], JetFigures.Climate(climate, figures)));
        }

        sections.AddRange(Verdict.Section(run, result));
        var looks = filtered?.Looks ?? MemberLooks.None;
        string[] warnings =
        [
            .. looks.Warnings(null, JetFlow.Grid, settings.TimeStep), .. Warnings(settings, found),
        ];

        Report.Write(run.Output, new ReportModel
        {
            Title = $"{settings.Title}: {run.Experiment.Name}",
            Sentence = found.Support.Any() ? $"The model lacks {result.Equation.Discovered}."
                : "No model error was found.",
            Equations = Equations(settings, result),
            Metrics = [.. result.Metrics.Select(pair =>
                new ReportMetric(pair.Key, JetResult.Meaning(pair.Key), pair.Value, ""))],
            Terms = coefficients,
            Sections = sections,
            Settings = SettingsText.Yaml(settings),
            Limits = Limits,
            Notices = [.. figures.Notices, .. warnings],
        });
        Array.ForEach(warnings, run.Progress.Note);
    }

    private static IEnumerable<string> Warnings(JetSettings settings, JetFound found)
    {
        if (found.Misfit < RoundOff)
        {
            yield break;
        }

        if (!found.Settled)
        {
            yield return "The method did not settle; do not trust the coefficients.";
        }

        var isWhole = settings.Interpolation is null && settings.Discovery is JetGaussNewtonSettings;
        if (found.Excess > MostExcess || (isWhole && found.Unexplained > MostUnexplained))
        {
            var excess = found.Excess.ToString("0.0", CultureInfo.InvariantCulture);
            yield return $"The terms found leave {Percent(found.Unexplained)} of the misfit"
                + (double.IsFinite(found.Excess) ? $", {excess} times what errors of the observations would" : "")
                + ": something is missing that the library does not hold.";
        }
    }

    private static List<ReportEquation> Equations(JetSettings settings, ExperimentResult result)
    {
        var (wrong, truth) = (settings.WrongJet.On(JetFlow.Grid), settings.TrueJet.On(JetFlow.Grid));
        var equations = new List<ReportEquation> { new("model", wrong.ToString(), wrong.ToLatex()) };
        if (result.Equation.Corrected.Length > 0)
        {
            var corrected = Sci.Solvers.Equation.Parse(JetFlow.Grid, result.Equation.Corrected, truth.Given);
            equations.Add(new("corrected", result.Equation.Corrected, corrected.ToLatex()));
        }

        equations.Add(new("truth", truth.ToString(), truth.ToLatex()));
        return equations;
    }

    private static List<Coefficient> Coefficients(JetSettings settings, JetFound found)
    {
        var missing = JetLibrary.Missing(settings);
        var kept = found.Support.Select(j => new Coefficient(
            found.Names[j], found.Coefficients[j], found.KeptDeviations[j], missing.GetValueOrDefault(found.Names[j])));
        return [.. kept, .. missing.Where(t => found.Support.All(j => found.Names[j] != t.Key))
            .Select(t => new Coefficient(t.Key, 0, 0, t.Value))];
    }

    private static string Seen(JetSettings settings)
    {
        var observing = settings.Observations;
        var pairs = observing.Pairs == 1 ? "1 pair" : $"{observing.Pairs} pairs";
        var interval = observing.Interval.ToString("g4", CultureInfo.InvariantCulture);
        return $"{pairs} of snapshots of psi1 and psi2, {interval} apart, at {Percent(observing.Ratio)} of the points, "
            + $"noise {Percent(observing.Noise)} of each field's standard deviation.";
    }

    private static string Sentence(JetFound found) =>
        $"Of {found.Names.Count} candidates {found.Support.Count()} were kept; "
        + $"they leave {Percent(found.Unexplained)} of the wrong model's misfit.";

    private static string Energies(JetClimate climate)
    {
        var of = climate.Energy.Select(energy => energy.ToString("0.0000", CultureInfo.InvariantCulture)).ToArray();
        return $"Eddy kinetic energy of the upper and the lower layer: truth {of[0]} and {of[1]}, "
            + $"wrong model {of[2]} and {of[3]}, corrected model {of[4]} and {of[5]}.";
    }

    private static List<DrawnFigure> Maps(JetSettings settings, JetTruth truth, States starts, FigureFolder figures)
    {
        var drawn = new List<DrawnFigure> { figures.Draw(JetFigures.Streams(truth)) };
        if (settings.Interpolation is not null)
        {
            drawn.Add(figures.Draw(JetFigures.Interpolated(truth, starts)));
        }

        return drawn;
    }

    private static List<DrawnFigure> Evidence(
        JetSettings settings, JetFound found, List<Coefficient> coefficients, JetTruth truth, FigureFolder figures)
    {
        var drawn = new List<DrawnFigure>();
        if (coefficients.Count > 0)
        {
            drawn.Add(figures.Draw(new CoefficientBars("coefficients",
                "Coefficients found, two standard deviations to each side, and the true ones.", coefficients)));
        }

        if (settings.Discovery is JetGaussNewtonSettings)
        {
            drawn.Add(figures.Draw(JetFigures.Increments(settings, truth, found)));
            drawn.Add(figures.Draw(JetFigures.Elimination(found, ((JetGaussNewtonSettings)settings.Discovery).Price)));
        }

        return drawn;
    }

    private static string Percent(double fraction) =>
        $"{(100 * fraction).ToString("g3", CultureInfo.InvariantCulture)} %";
}
