using Sci.Hdf5;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>The file of stage 4.</summary>
internal static class FlowRefinementFiles
{
    private static readonly string[] Kinds = ["network", "refined", "solver"];

    public static void Write(Hdf5Container file, FlowRefinements refined, FlowDataSettings settings)
    {
        double[] places = [.. Enumerable.Range(0, settings.Points).Select(i => (double)i / settings.Points)];
        file.WriteScale<double>("y", places, "1", "position");
        file.WriteScale<double>("x", places, "1", "position");
        file.WriteScale<int>("run", [.. Enumerable.Range(0, refined.Before.Count)], "1", "number of a test run");
        file.WriteScale<int>(
            "step", [.. Enumerable.Range(1, refined.Curve.Count)], "1", "residuals or gradients taken");
        Write(file, "residual_before", refined.Before, "run", "residual of the forecast in H-1");
        Write(file, "residual_after", refined.After, "run", "residual of the refined forecast in H-1");
        Write(file, "residual_truth", refined.Truth, "run", "residual of the solver's snapshots in H-1");
        Write(file, "error_before", refined.ErrorsBefore, "run", "relative error of the forecast");
        Write(file, "error_after", refined.ErrorsAfter, "run", "relative error of the refined forecast");
        Write(file, "curve", refined.Curve, "step", "the norm that was made small, first run");
        foreach (var (row, kind) in Kinds.Index())
        {
            file.WriteField<double>(kind, refined.Fields[row].ToArray(), ["y", "x"], "1", "last vorticity, first run");
        }

        file.Attributes.SetDouble("steps", refined.Steps);
    }

    public static FlowRefinements Read(Hdf5Container file)
    {
        double[][] fields = Array.ConvertAll(Kinds, kind => file.Read<double>(kind));
        return new FlowRefinements(
            file.ReadDoubles("residual_before"), file.ReadDoubles("residual_after"), file.ReadDoubles("residual_truth"),
            file.ReadDoubles("error_before"), file.ReadDoubles("error_after"),
            (int)file.Attributes.GetDouble("steps"), file.ReadDoubles("curve"),
            new States(Kinds.Length, fields[0].Length, [.. fields.SelectMany(field => field)]));
    }

    private static void Write(
        Hdf5Container file, string name, IReadOnlyList<double> values, string scale, string what) =>
        file.WriteField<double>(name, [.. values], [scale], "1", what);
}
