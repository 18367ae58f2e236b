using Sci.Assimilation;
using Sci.Cases.Figures;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>Draws a twin experiment.</summary>
internal sealed class TwinFigures(TwinSettings settings, IReadOnlyList<TwinOutcome> outcomes, FigureFolder folder)
{
    // As many times as a figure can show apart.
    private const int Shown = 200;

    private readonly TwinOutcome first = outcomes[0];

    public IReadOnlyCollection<string> Notices => folder.Notices;

    /// <summary>Errors over time, and the state at the end.</summary>
    public IEnumerable<DrawnFigure> Course() => [folder.Draw(Errors()), folder.Draw(Final())];

    /// <summary>Ranks, coverage, spread and skill over all runs.</summary>
    public IEnumerable<DrawnFigure> Reliability() =>
    [
        folder.Draw(new Figures.RankHistogram(
            "ranks", "Ranks of the truth among the members of the analysis.", TwinMetrics.Sum(outcomes, o => o.Ranks))),
        folder.Draw(Coverage()),
        folder.Draw(Skill()),
    ];

    private Curves Errors()
    {
        double[] times = [.. Enumerable.Range(1, Math.Min(Shown, first.AnalysisErrors.Length)).Select(
            i => settings.BurnIn + (i * settings.Observations.Every))];
        Series Of(string title, double[] values) => Series.Of(title, times, values[..times.Length]);
        Series[] errors = [Of("forecast error", first.ForecastErrors), Of("analysis error", first.AnalysisErrors)];
        return new Curves(
            "errors",
            "Root mean square error and spread of the first run, from the end of burn-in.",
            FigureAxis.Linear("time"),
            FigureAxis.Linear("root mean square over the state"),
            first.IsEnsemble ? [.. errors, Of("analysis spread", first.AnalysisSpreads)] : errors);
    }

    private Figure Final()
    {
        var grid = settings.System.Grid;
        var (truth, mean, deviation) = first.Last;
        var name = settings.System.Names[0];
        if (grid.Dimensions == 2)
        {
            Panel Image(string title, double[] values) =>
                new(title, new States(grid.Axes[0].Points, grid.Axes[1].Points, values[..grid.Points]));
            Extent Along(int axis) =>
                new(grid.Axes[axis].Name, grid.Axes[axis].Origin, grid.Axes[axis].Origin + grid.Axes[axis].Length);
            double[] error = [.. mean.Zip(truth, (m, t) => m - t)];
            return new FieldImages(
                "final", $"{name} at the last time of the first run.", Along(1), Along(0), name, true,
                [Image("truth", truth), Image("analysis", mean), Image("analysis - truth", error)]);
        }

        var x = grid.Axes[0].Coordinates();
        Series[] curves = [Series.Of("analysis", x, mean), Series.Reference("truth", x, truth)];
        return new Curves(
            "final", "The state at the last time of the first run.", FigureAxis.Linear("x"), FigureAxis.Linear(name),
            first.IsEnsemble ? [.. curves, Series.Of("deviation of the members", x, deviation)] : curves);
    }

    private Curves Coverage()
    {
        var coverage = PointCoverage.Coverage(TwinMetrics.Sum(outcomes, o => o.Nearer));
        double[] credibility = [0, .. Enumerable.Range(1, coverage.Length).Select(k => (double)k / coverage.Length)];
        return new Curves(
            "coverage",
            "Share of the truths in balls about a member that hold a share of the others (TARP).",
            FigureAxis.Linear("credibility"),
            FigureAxis.Linear("coverage"),
            [Series.Of("analysis", credibility, [0, .. coverage]), Series.Reference("honest spread", [0, 1], [0, 1])]);
    }

    private Curves Skill()
    {
        var skill = SpreadSkill.Of(
            [.. outcomes.SelectMany(o => o.AnalysisErrors)], [.. outcomes.SelectMany(o => o.AnalysisSpreads)],
            Math.Min(10, first.AnalysisErrors.Length));
        return new Curves(
            "skill",
            "Error of the analysis by its spread, in ten classes of equal number.",
            FigureAxis.Linear("spread"),
            FigureAxis.Linear("error"),
            [
                Series.Of("analysis", skill.Spreads, skill.Errors),
                Series.Reference(
                    "honest spread", [skill.Spreads[0], skill.Spreads[^1]], [skill.Spreads[0], skill.Spreads[^1]]),
            ]);
    }
}
