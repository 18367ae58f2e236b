using Sci.Assimilation;
using Sci.Hdf5;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>The files of the stages.</summary>
internal static class JetFiles
{
    public static void Write(Hdf5Container file, JetTruth truth)
    {
        WriteFields(file, "start", truth.Starts, "true q1 and q2 at the beginning of each pair");
        WriteFields(file, "end", truth.Ends, "true q1 and q2 at the end of each pair");
        WriteFields(file, "earlier", truth.Earlier, "true q1 and q2 at the times cycled before each pair");
    }

    public static JetTruth ReadTruth(Hdf5Container file) =>
        new(Fields(file, "start"), Fields(file, "end"), Fields(file, "earlier"));

    public static void Write(Hdf5Container file, JetObserved observed)
    {
        file.Write<int>("sensor", [.. observed.Sensors.Points], [observed.Sensors.Points.Count]);
        file.Write<double>("size", [.. observed.Sizes], [2]);
        WriteReadings(file, "start", observed.Starts);
        WriteReadings(file, "end", observed.Ends);
        WriteReadings(file, "earlier", observed.Earlier);
    }

    public static JetObserved ReadObserved(Hdf5Container file)
    {
        var sensors = new Sensors(JetFlow.Grid, file.Read<int>("sensor"));
        States Of(string name) => Rows(file, name, 2 * sensors.Points.Count);
        return new JetObserved(sensors, Of("start"), Of("end"), Of("earlier"), file.Read<double>("size"));
    }

    public static void Write(Hdf5Container file, JetFiltered filtered)
    {
        var cycles = filtered.Count / (filtered.Analyses.Count - filtered.Count);
        var increments = new States(filtered.Count, filtered.Forecasts.Size);
        for (var row = 0; row < filtered.Count; row++)
        {
            System.Numerics.Tensors.TensorPrimitives.Subtract(
                filtered.Analyses[JetFiltered.AnalysisOf(row, cycles)], filtered.Forecasts[row], increments[row]);
        }

        WriteFields(file, "analysis", filtered.Analyses, "mean psi1 and psi2 after each analysis, window by window");
        WriteFields(file, "forecast", filtered.Forecasts, "mean psi1 and psi2 before each analysis");
        WriteFields(file, "increment", increments, "analysis less forecast");
        WriteFields(file, "variance", filtered.Variance, "of the members before an analysis, mean over settled times");
        file.Write<double>("spread", filtered.Spreads.Values, [filtered.Count, 2, 2]);
        file.Write<double>("error", filtered.Errors.Values, [filtered.Count, 2, 2]);
        filtered.Looks.Write(file);
    }

    public static JetFiltered ReadFiltered(Hdf5Container file) => new(Fields(file, "analysis"),
        Fields(file, "forecast"), Rows(file, "spread", 4), Rows(file, "error", 4), Fields(file, "variance"))
    {
        Looks = MemberLooks.Read(file),
    };

    public static void Write(Hdf5Container file, States starts, JetFound found)
    {
        file.WriteStrings("names", [.. found.Names]);
        void Put(string name, IReadOnlyList<double> values) => file.Write<double>(name, [.. values], [values.Count]);
        Put("everything", found.Everything);
        Put("deviation", found.Deviations);
        Put("coefficient", found.Coefficients);
        Put("kept_deviation", found.KeptDeviations);
        Put("cost", found.Costs);
        file.Write<int>("dropped", [.. found.Dropped], [found.Dropped.Count]);
        file.Attributes.SetDoubles("fit",
            [found.Unexplained, found.Misfit, found.ExpectedMisfit, found.Settled ? 1 : 0]);
        WriteFields(file, "start", starts, "q1 and q2 at the beginning of each pair, as interpolated");
    }

    public static (States Starts, JetFound Found) ReadFound(Hdf5Container file)
    {
        var fit = file.Attributes.GetDoubles("fit");
        return (Fields(file, "start"), new JetFound(
            file.ReadStrings("names"),
            file.Read<double>("everything"),
            file.Read<double>("deviation"),
            file.Read<double>("coefficient"),
            file.Read<double>("kept_deviation"),
            file.Read<int>("dropped"),
            file.Read<double>("cost"),
            fit[0],
            fit[1],
            fit[2],
            fit[3] != 0));
    }

    private static void WriteFields(Hdf5Container file, string name, States rows, string meaning)
    {
        if (rows.Count == 0)
        {
            return;
        }

        if (!file.Contains("y"))
        {
            file.WriteScale<double>("y", JetFlow.Grid.Axes[0].Coordinates(), "1",
                "position along y, in deformation radii");
            file.WriteScale<double>("x", JetFlow.Grid.Axes[1].Coordinates(), "1",
                "position along x, in deformation radii");
            file.WriteScale<int>("layer", [1, 2], "1", "layer, from above");
        }

        file.WriteScale<int>($"{name}_row", [.. Enumerable.Range(0, rows.Count)], "1", "number of a snapshot");
        file.WriteField<double>(name, rows.Values, [$"{name}_row", "layer", "y", "x"], "1", meaning);
    }

    private static States Fields(Hdf5Container file, string name) => Rows(file, name, 2 * JetFlow.Points);

    private static void WriteReadings(Hdf5Container file, string name, States rows)
    {
        if (rows.Count > 0)
        {
            file.Write<double>(name, rows.Values, [rows.Count, 2, rows.Size / 2]);
        }
    }

    private static States Rows(Hdf5Container file, string name, int size)
    {
        double[] values = file.Contains(name) ? file.Read<double>(name) : [];
        return new States(values.Length / size, size, values);
    }
}
