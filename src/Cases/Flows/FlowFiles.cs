using Sci.Hdf5;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>The files of the stages; the network's is that of <see cref="SurrogateFiles"/>.</summary>
internal static class FlowFiles
{
    public static void WriteData(Hdf5Container file, FlowData data, FlowDataSettings settings)
    {
        Side(file, "", settings.Points);
        Side(file, "_training", settings.Points / settings.EveryPoint);
        Rows(
            file, "run", "runs", data.Runs, settings.Runs, "_training", settings,
            "vorticity in the runs to learn from");
        Rows(file, "test", "tests", data.Tests, settings.TestRuns, "", settings, "vorticity in the runs to test with");
    }

    public static FlowData ReadData(Hdf5Container file) => new(Read(file, "runs"), Read(file, "tests"));

    public static void WriteTests(Hdf5Container file, FlowTests tests)
    {
        Along(file, "test", "errors", tests.Errors, "relative error over the predicted snapshots of a run");
        Along(file, "linear_test", "linear", tests.Linear, "the same by viscosity and forcing alone");
        Along(file, "step", "steps", tests.Steps, "mean relative error after a step");
        file.Attributes.SetDouble("mean", tests.Mean);
    }

    public static FlowTests ReadTests(Hdf5Container file) => new(
        file.ReadDoubles("errors"), file.ReadDoubles("linear"), file.ReadDoubles("steps"),
        file.Attributes.GetDouble("mean"));

    private static void Along(Hdf5Container file, string scale, string name, IReadOnlyList<double> values, string what)
    {
        file.WriteScale<int>(scale, [.. Enumerable.Range(1, values.Count)], "1", $"number along {name}");
        file.WriteField<double>(name, [.. values], [scale], "1", what);
    }

    private static void Side(Hdf5Container file, string suffix, int points)
    {
        double[] places = [.. Enumerable.Range(0, points).Select(i => (double)i / points)];
        file.WriteScale<double>($"y{suffix}", places, "1", "position");
        file.WriteScale<double>($"x{suffix}", places, "1", "position");
    }

    private static void Rows(
        Hdf5Container file, string scale, string name, States rows, int runs, string suffix, FlowDataSettings settings,
        string what)
    {
        var times = Enumerable.Range(0, rows.Count / runs).Select(i => settings.SpinUp + (i * settings.Every));
        file.WriteScale<int>(scale, [.. Enumerable.Range(0, runs)], "1", "number of a run");
        file.WriteScale<double>($"{scale}_time", [.. times], "1", "time");
        file.WriteField<double>(name, rows.Values, [scale, $"{scale}_time", $"y{suffix}", $"x{suffix}"], "1", what);
    }

    private static States Read(Hdf5Container file, string name)
    {
        var shape = file.Dataset(name).Shape;
        return new States(
            (int)(shape[0] * shape[1]), (int)(shape[2] * shape[3]), file.Read<double>(name));
    }
}
