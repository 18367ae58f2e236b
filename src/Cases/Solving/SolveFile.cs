using Sci.Hdf5;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>The files of a run and of its comparison.</summary>
internal static class SolveFile
{
    public static void Write(Hdf5Container file, SolveSettings settings, Solution solution)
    {
        var system = settings.System;
        file.WriteScale<double>("time", solution.Times, "1", "time since the first state that was kept");
        WritePlaces(file, system);
        var points = system.Grid.Points;
        foreach (var (i, field) in system.Fields.Index())
        {
            var values = solution.Rows(i, points).Values;
            file.WriteField<double>(field, values, Dimensions(system), "1", $"{field} over time");
        }

        foreach (var (name, values) in solution.Followed)
        {
            file.WriteField<double>($"mean_of_{name}", values, ["time"], "1", $"{name}, mean over the box");
        }

        if (solution.Wavenumbers.Length > 0)
        {
            file.WriteScale<double>("wavenumber", solution.Wavenumbers, "1", "middle of a shell of wavenumbers");
        }

        foreach (var (name, values) in solution.Budget)
        {
            file.WriteField<double>(
                name, values, ["wavenumber"], "1", $"{name.Replace('_', ' ')}, mean over the times");
        }

        WriteFigures(file, solution.Figures);
    }

    public static Solution Read(Hdf5Container file, SolveSettings settings)
    {
        var (system, times) = (settings.System, file.Read<double>("time"));
        var points = system.Grid.Points;
        var states = new States(times.Length, system.Fields.Count * points);
        foreach (var (i, field) in system.Fields.Index())
        {
            var values = file.Read<double>(field);
            for (var time = 0; time < times.Length; time++)
            {
                values.AsSpan(time * points, points).CopyTo(states[time].Slice(i * points, points));
            }
        }

        Dictionary<string, double[]> All(Func<string, bool> wanted, int skip) => file.Names.Where(wanted)
            .ToDictionary(name => name[skip..], file.Read<double>);
        const string Mean = "mean_of_";
        string[] budgets = ["spectrum_", "transfer_", "flux_"];
        return new Solution(
            times, states, All(name => name.StartsWith(Mean, StringComparison.Ordinal), Mean.Length),
            All(name => Array.Exists(budgets, start => name.StartsWith(start, StringComparison.Ordinal)), 0),
            file.Contains("wavenumber") ? file.Read<double>("wavenumber") : [], ReadFigures(file));
    }

    public static void WriteFigures(Hdf5Container file, IReadOnlyDictionary<string, double> figures)
    {
        file.WriteStrings("figure_names", [.. figures.Keys]);
        file.Write<double>("figure_values", [.. figures.Values], [figures.Count]);
    }

    public static Dictionary<string, double> ReadFigures(Hdf5Container file) => file.ReadStrings("figure_names")
        .Zip(file.Read<double>("figure_values")).ToDictionary(pair => pair.First, pair => pair.Second);

    private static void WritePlaces(Hdf5Container file, SolvedSystemSettings system)
    {
        if (!system.HasPlaces)
        {
            file.WriteScale<int>(
                "variable", [.. Enumerable.Range(0, system.Grid.Points)], "1", "number of a variable");
            return;
        }

        file.WriteScale<double>("x", system.Places, "1", "position along x");
        if (system.Grid.Dimensions == 2)
        {
            file.WriteScale<double>("y", system.Grid.Axes[0].Coordinates(), "1", "position along y");
        }
    }

    private static string[] Dimensions(SolvedSystemSettings system) =>
        !system.HasPlaces ? ["time", "variable"] : system.Grid.Dimensions == 2 ? ["time", "y", "x"] : ["time", "x"];
}
