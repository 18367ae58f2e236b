using Sci.Cases.Figures;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>Draws a run.</summary>
internal sealed class SolveFigures(SolveSettings settings, Solution solution, FigureFolder folder)
{
    // As many variables as a figure can show apart.
    private const int Shown = 3;
    private const string Spectrum = "spectrum_";

    private readonly SolvedSystemSettings system = settings.System;

    public IReadOnlyCollection<string> Notices => folder.Notices;

    /// <summary>The states: maps of the last, space against time, or variables over time.</summary>
    public IEnumerable<DrawnFigure> States() =>
        !system.HasPlaces ? [folder.Draw(Variables())]
        : system.Grid.Dimensions == 2 ? system.Fields.Select((field, i) => folder.Draw(Map(field, i)))
        : system.Fields.SelectMany(
            (field, i) => new[] { folder.Draw(SpaceTime(field, i)), folder.Draw(Profile(field, i)) });

    /// <summary>Quantities over time and spectra.</summary>
    public IEnumerable<DrawnFigure> Diagnostics()
    {
        if (solution.Followed.Count > 0)
        {
            yield return folder.Draw(new Curves(
                "quantities", "Means over the box, relative to the largest value of each.", FigureAxis.Linear("time"),
                FigureAxis.Linear("relative value"),
                [.. solution.Followed.Select(
                    pair => Series.Of(pair.Key.Replace('_', ' '), solution.Times, Relative(pair.Value)))]));
        }

        if (solution.Wavenumbers.Length > 2)
        {
            // A uniform state has none, and a logarithm of nothing is no figure.
            if (solution.Budget.Any(pair => IsSpectrum(pair.Key) && pair.Value.Skip(1).Any(value => value > 0)))
            {
                yield return folder.Draw(new Curves(
                    "spectrum", "Half the mean square in shells of wavenumbers, mean over the kept states.",
                    FigureAxis.Logarithmic("wavenumber"), FigureAxis.Logarithmic("½⟨f²⟩ in a shell"), Of(Spectrum)));
            }

            yield return folder.Draw(new Curves(
                "flux", "What all but the linear part carries past a wavenumber, mean over the kept states.",
                FigureAxis.Logarithmic("wavenumber"), FigureAxis.Linear("flux of ½⟨f²⟩"), Of("flux_")));
        }
    }

    private static bool IsSpectrum(string name) => name.StartsWith(Spectrum, StringComparison.Ordinal);

    private Series[] Of(string start) =>
    [
        .. solution.Budget.Where(pair => pair.Key.StartsWith(start, StringComparison.Ordinal)).Select(
            pair => Series.Of(pair.Key[start.Length..], solution.Wavenumbers[1..], pair.Value[1..])),
    ];

    private static double[] Relative(double[] values)
    {
        var size = values.Max(Math.Abs);
        return size > 0 ? [.. values.Select(value => value / size)] : values;
    }

    private Curves Variables() => new(
        "variables", "The first variables over time.", FigureAxis.Linear("time"), FigureAxis.Linear("value"),
        [.. Enumerable.Range(0, Math.Min(Shown, solution.States.Size)).Select(i => Series.Of(
            $"variable {i}", solution.Times,
            [.. Enumerable.Range(0, solution.Times.Length).Select(time => solution.States[time][i])]))]);

    private FieldImages SpaceTime(string field, int i)
    {
        var places = system.Places;
        return new FieldImages(
            $"space-time-{field}", $"{field} over space and time.", new Extent("x", places[0], places[^1]),
            new Extent("time", 0, solution.Times[^1]), field, false,
            [new Panel(field, solution.Rows(i, system.Grid.Points))]);
    }

    private Curves Profile(string field, int i)
    {
        var places = system.Places;
        Series[] curves = [Series.Of("last", places, Row(i, solution.Times.Length - 1))];
        if (i == 0 && settings.Reference is ExactReferenceSettings exact)
        {
            curves = [.. curves, Series.Reference("exact", places, exact.On(system, settings.Duration, ""))];
        }

        return new Curves(
            $"profile-{field}", $"{field} at the last time.", FigureAxis.Linear("x"), FigureAxis.Linear(field), curves);
    }

    private FieldImages Map(string field, int i)
    {
        var (y, x) = (system.Grid.Axes[0], system.Grid.Axes[1]);
        var bottom = y.HasWalls ? y.Origin - (y.Spacing / 2) : y.Origin;
        Panel Of(string title, int time) => new(title, new States(y.Points, x.Points, Row(i, time)));
        return new FieldImages(
            $"map-{field}", $"{field} at the first and the last time.", new Extent("x", x.Origin, x.Origin + x.Length),
            new Extent("y", bottom, bottom + y.Length), field, true,
            [Of("last", solution.Times.Length - 1), Of("first", 0)]);
    }

    private double[] Row(int field, int time) => solution.Row(field, system.Grid.Points, time).ToArray();
}
