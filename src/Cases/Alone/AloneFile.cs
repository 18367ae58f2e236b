using Sci.Discovery;
using Sci.Hdf5;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>The files of the data and of what was found in them.</summary>
internal static class AloneFile
{
    public static void WriteData(Hdf5Container file, FieldSeries series)
    {
        file.WriteScale<double>(
            "time", [.. Enumerable.Range(0, series.Times).Select(i => i * series.TimeSpacing)], "1",
            "time since the first observation");
        file.WriteScale<double>("x", series.Grid.Axes[^1].Coordinates(), "1", "position");
        string[] dimensions = series.Grid.Dimensions == 1 ? ["time", "x"] : ["time", "y", "x"];
        if (series.Grid.Dimensions == 2)
        {
            file.WriteScale<double>("y", series.Grid.Axes[0].Coordinates(), "1", "position along y");
        }

        file.WriteStrings("fields", [.. series.Fields]);
        file.Attributes.SetDoubles("grid", [
            series.TimeSpacing, series.IsPeriodic ? 1 : 0,
            .. series.Grid.Axes.SelectMany(axis => new[] { axis.Points, axis.Length, axis.Origin })]);
        foreach (var field in series.Fields)
        {
            file.WriteField<double>(
                $"field_{field}", series[field].Values, dimensions, "1", $"{field}, without the noise that is added");
        }
    }

    public static FieldSeries ReadData(Hdf5Container file)
    {
        var numbers = file.Attributes.GetDoubles("grid");
        var axes = numbers[2..].Chunk(3).Select(
            (axis, i) => new Axis(i == 0 && numbers.Length > 5 ? "y" : "x", (int)axis[0], axis[1], axis[2]));
        var grid = new Grid([.. axes]);
        var values = file.ReadStrings("fields").ToDictionary(
            field => field, field => Rows(file.Read<double>($"field_{field}"), grid.Points));
        return new FieldSeries(values, numbers[0], grid, numbers[1] != 0);
    }

    public static void Write(Hdf5Container file, AloneOutcome outcome)
    {
        file.WriteStrings("fields", [.. outcome.Findings.Select(finding => finding.Field)]);
        file.Write<double>("exact", [.. outcome.Exact], [outcome.Exact.Count]);
        file.Write<double>("largest_relative", [.. outcome.LargestRelative], [outcome.LargestRelative.Count]);
        foreach (var finding in outcome.Findings)
        {
            var group = file.CreateGroup(finding.Field);
            group.WriteStrings("term", [.. finding.Terms.Select(term => term.Term.ToString())]);
            group.Write<double>(
                "coefficient", [.. finding.Terms.Select(term => term.Coefficient)], [finding.Terms.Count]);
            group.Write<double>("deviation", [.. finding.Deviations], [finding.Deviations.Count]);
            group.Write<double>("residual_and_misfit", [finding.ResidualFraction, finding.Misfit], [2]);
            group.Write<double>("path", [.. finding.Path.SelectMany(model => model)], [finding.Path.Count, 3]);
            group.WriteStrings("warnings", [.. finding.Warnings]);
        }
    }

    public static AloneOutcome Read(Hdf5Container file) => new(
        [.. file.ReadStrings("fields").Select(field => Finding(field, file.Group(field)))],
        file.Read<double>("exact"),
        file.Read<double>("largest_relative"));

    private static States Rows(double[] values, int points) => new(values.Length / points, points, values);

    private static AloneFinding Finding(string field, Hdf5Group group)
    {
        using (group)
        {
            var numbers = group.Read<double>("residual_and_misfit");
            return new AloneFinding(
                field,
                [.. group.ReadStrings("term").Zip(
                    group.Read<double>("coefficient"), (term, value) => new WeightedTerm(value, Term.Parse(term)))],
                group.Read<double>("deviation"),
                numbers[0],
                numbers[1],
                group.ReadStrings("warnings"),
                [.. group.Read<double>("path").Chunk(3)]);
        }
    }
}
