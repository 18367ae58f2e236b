using Sci.Hdf5;
using Sci.Numerics;
using Sci.Surrogates;
using static TorchSharp.torch;

namespace Sci.Cases;

/// <summary>The files of the three stages.</summary>
internal static class SurrogateFiles
{
    public static void WriteData(Hdf5Container file, SurrogateData data, SurrogateDataSettings settings)
    {
        FieldFile.WriteLine(file, settings.Grid);
        var coarse = (settings.Grid with { Points = settings.Grid.Points / settings.EveryPoint }).Line().Axes[0];
        file.WriteScale<double>("x_training", coarse.Coordinates(), "1", "position in the runs to learn from");
        Rows(file, "run", "runs", data.Runs, settings.Runs, "x_training", settings, "state in the runs to learn from");
        Rows(file, "test", "tests", data.Tests, settings.TestRuns, "x", settings, "state in the runs to test with");
    }

    public static SurrogateData ReadData(Hdf5Container file) =>
        new(FieldFile.ReadRows(file, "runs"), FieldFile.ReadRows(file, "tests"));

    public static void WriteNetwork(Hdf5Container file, TrainedNetwork trained)
    {
        var epochs = trained.Curve;
        file.WriteScale<int>("epoch", [.. epochs.Select(epoch => epoch.Epoch)], "1", "epochs done");
        file.WriteField<double>(
            "loss", [.. epochs.Select(epoch => epoch.Loss)], ["epoch"], "1", "mean loss of the epoch's steps");
        file.WriteField<double>(
            "error", [.. epochs.Select(epoch => epoch.Validation)], ["epoch"], "1",
            "mean relative error on the test runs");
        file.WriteField<double>(
            "rate", [.. epochs.Select(epoch => epoch.Rate)], ["epoch"], "1", "learning rate of the epoch's last step");
        var group = file.CreateGroup("network");
        foreach (var (name, value) in trained.Network.state_dict())
        {
            using var wide = value.detach().to(float64);
            group.Write<double>(name, wide.data<double>().ToArray(), wide.shape);
        }
    }

    /// <summary>Fills a network of the same shape.</summary>
    public static TrainedNetwork ReadNetwork(Hdf5Container file, nn.Module<Tensor, Tensor> network)
    {
        using var recording = no_grad();
        var group = file.Group("network");
        foreach (var (name, value) in network.state_dict())
        {
            using var stored = tensor(group.Read<double>(name), value.shape);
            _ = value.copy_(stored);
        }

        network.eval();
        var (loss, error, rate) = (file.Read<double>("loss"), file.Read<double>("error"), file.Read<double>("rate"));
        return new TrainedNetwork(
            network, [.. loss.Select((each, i) => new EpochReport(i + 1, each, error[i], rate[i]))]);
    }

    public static void WriteTests(Hdf5Container file, SurrogateTests tests)
    {
        Along(file, "pair", "errors", tests.Errors, "relative error of a pair at the points of the training");
        Along(file, "finer_pair", "finer", tests.Finer, "relative error of a pair at all points of the solver");
        Along(file, "step", "rollout", tests.Rollout, "mean relative error of runs by itself");
        Along(file, "correlation_step", "correlation", tests.Correlation, "mean correlation with the solver's run");
        file.Attributes.SetDoubles("long_deviation", [tests.LongDeviation]);
    }

    public static SurrogateTests ReadTests(Hdf5Container file) => new(
        Read(file, "errors"), Read(file, "finer"), Read(file, "rollout"), Read(file, "correlation"),
        file.Attributes.GetDoubles("long_deviation")[0]);

    public static void WriteFilters(Hdf5Container file, SurrogateFilters filters)
    {
        foreach (var (name, filter) in new[] { ("network", filters.Network), ("solver", filters.Solver) })
        {
            Along(file, $"{name}_time", $"{name}_forecast", filter.ForecastErrors, "error of the forecast's mean");
            Along(
                file, $"{name}_analysis_time", $"{name}_analysis", filter.AnalysisErrors,
                "error of the analysis' mean");
            Along(file, $"{name}_spread_time", $"{name}_spread", filter.AnalysisSpreads, "spread of the analysis");
        }
    }

    public static SurrogateFilters ReadFilters(Hdf5Container file)
    {
        return new SurrogateFilters(Of("network"), Of("solver"));

        SurrogateFilterOutcome Of(string name) =>
            new(Read(file, $"{name}_forecast"), Read(file, $"{name}_analysis"), Read(file, $"{name}_spread"));
    }

    private static void Rows(
        Hdf5Container file, string scale, string name, States rows, int runs, string x, SurrogateDataSettings settings,
        string what)
    {
        var times = rows.Count / runs;
        file.WriteScale<int>(scale, [.. Enumerable.Range(0, runs)], "1", "number of a run");
        file.WriteScale<double>(
            $"{scale}_time", [.. Enumerable.Range(0, times).Select(i => settings.SpinUp + (i * settings.Every))], "1",
            "time");
        file.WriteField<double>(name, rows.Values, [scale, $"{scale}_time", x], "1", what);
    }

    private static void Along(Hdf5Container file, string scale, string name, IReadOnlyList<double> values, string what)
    {
        if (values.Count > 0)
        {
            file.WriteScale<int>(scale, [.. Enumerable.Range(1, values.Count)], "1", $"number along {name}");
            file.WriteField<double>(name, [.. values], [scale], "1", what);
        }
    }

    private static double[] Read(Hdf5Container file, string name) => file.Contains(name) ? file.Read<double>(name) : [];
}
