using Sci.Cases.Data;
using Sci.Cases.Files;
using Sci.Cases.Settings;
using Sci.Discovery;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Data from a file: fields over time and a line or a box, or columns of time series.</summary>
public sealed record FileDataSettings : DataSettings
{
    /// <summary>The file: .h5, .nc, .csv or .npy, in the case's folder or by its full path.</summary>
    [DataPath]
    public required string File { get; init; }

    /// <summary>
    /// Names of the fields, shape [times, points], [points, times], [times, y, x] or [times]; <c>u</c> if left out.
    /// </summary>
    public IReadOnlyList<string> Values { get; init; } = ["u"];

    /// <summary>Name of the times, equally spaced; <c>time</c> or <c>t</c> if left out.</summary>
    public string? Times { get; init; }

    /// <summary>Name of the positions, equally spaced; <c>x</c> or <c>position</c> if left out.</summary>
    public string? Positions { get; init; }

    /// <summary>Name of the positions along y of a box; <c>y</c> if left out.</summary>
    public string? PositionsY { get; init; }

    /// <summary>Time between observations, for a file without times.</summary>
    [Positive]
    public double? Interval { get; init; }

    /// <summary>Distance between points, for a file without positions.</summary>
    [Positive]
    public double? Spacing { get; init; }

    /// <summary>Distance between points along y, for a box without positions there.</summary>
    [Positive]
    public double? SpacingY { get; init; }

    /// <summary>Whether the fields go on at the other end of every axis.</summary>
    public bool Periodic { get; init; }

    internal override string Contents(string folder) => Fingerprint.OfFile(Path.Combine(folder, File)).Hex;

    internal override SeriesInfo Info(string folder)
    {
        var series = Series(folder, default);
        return new SeriesInfo([.. series.Fields], series.Grid, series.IsPeriodic, series.TimeSpacing, series.Times);
    }

    internal override FieldSeries Series(string folder, CancellationToken cancel)
    {
        var path = Path.Combine(folder, File);
        try
        {
            var source = DataSource.Open(path);
            var only = source.Names.Count == 1 && Values.Count == 1;
            DataArray[] fields = [.. Values.Select(name => source.Read(only ? source.Names[0] : name))];
            var first = fields[0];
            var strange = fields.FirstOrDefault(field => !field.Shape.SequenceEqual(first.Shape));
            if (strange is not null || first.Shape.Count is not (1 or 2 or 3))
            {
                throw new DataException($"{(strange ?? first).Name} has the shape {(strange ?? first).ShapeText}; fields are [times], [times, points], [points, times] or [times, y, x], all alike");
            }

            var (times, interval) = Axis(source, Times, Interval, first.Shape[0], "time", "t");
            var grid = GridOf(source, first);
            return new FieldSeries(
                fields.Zip(Values, (field, name) => (name, Rows: Rows(field, times, grid))).ToDictionary(
                    each => each.name, each => each.Rows),
                interval,
                grid,
                Periodic || grid.Points == 1);
        }
        catch (DataException error)
        {
            throw new DataException($"{path}: {error.Message.TrimEnd('.')}", error);
        }
    }

    private Grid GridOf(DataSource source, DataArray field)
    {
        var (points, spacing) = field.Shape.Count == 1 ? (1, 1) : Axis(
            source, Positions, Spacing, field.Shape[^1], "x", "position");
        if (field.Shape.Count < 3)
        {
            return Grid.Line(points, points * spacing);
        }

        var (rows, height) = Axis(source, PositionsY, SpacingY, field.Shape[1], "y");
        return Grid.Box(rows, points, rows * height, points * spacing);
    }

    // Number and distance of the marks along an axis; those that the file does not give stand in the settings.
    private static (int Count, double Step) Axis(
        DataSource source, string? name, double? step, int places, params ReadOnlySpan<string> usual)
    {
        if (step is { } given && name is null)
        {
            return (places, given);
        }

        var marks = source.ReadAny(name, usual);
        var count = marks.Values.Length;
        var first = count < 2 ? double.NaN : (marks.Values[^1] - marks.Values[0]) / (count - 1);
        var uneven = count < 2 ? 0 : Enumerable.Range(1, count - 1).FirstOrDefault(
            i => !(Math.Abs(marks.Values[i] - marks.Values[0] - (i * first)) <= 1e-5 * first * count), 0);
        return count >= 2 && first > 0 && uneven == 0
            ? (count, first)
            : throw new DataException(count < 2
                ? $"{marks.Name} has {count} values, where at least 2 are wanted"
                : FormattableString.Invariant($"{marks.At(uneven)} is {marks.Values[uneven]}, which is not spaced as the others; discovery wants equal spacing"));
    }

    private static States Rows(DataArray field, int times, Grid grid)
    {
        var points = grid.Points;
        field.Require(double.IsFinite, "must be a finite number: leave times out where something is missing");
        int[] wanted = field.Shape.Count == 1 ? [times] : [times, .. grid.Axes.Select(axis => axis.Points)];
        if (field.Shape.SequenceEqual(wanted))
        {
            return new States(times, points, field.Values);
        }

        if (field.Shape.Count != 2 || field.Shape[0] != points || field.Shape[1] != times)
        {
            throw new DataException(
                $"{field.Name} has the shape {field.ShapeText}, where {times} times and {string.Join(" x ", wanted[1..])} points are given");
        }

        var rows = new States(times, points);
        for (var i = 0; i < field.Values.Length; i++)
        {
            rows[i % times][i / times] = field.Values[i];
        }

        return rows;
    }
}
