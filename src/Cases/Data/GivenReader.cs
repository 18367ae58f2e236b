using Sci.Cases.Files;

namespace Sci.Cases.Data;

/// <summary>Reads observations in any of the layouts of docs/own-data.md, and says what is wrong where.</summary>
internal static class GivenReader
{
    public static GivenObservations Read(FileObservationSettings settings, string path, bool pairs)
    {
        try
        {
            var source = DataSource.Open(path);
            var values = source.ReadAny(settings.Values, "value", "observed", "analysis", "u").In(
                settings.Units?.Value);
            values.Require(value => !double.IsInfinity(value), "must be a finite number, or NaN where it is missing");
            var times = source.ReadAny(settings.Times, "time").In(settings.Units?.Time);
            times.Require(double.IsFinite, "must be a finite number");
            var positions = source.ReadAny(settings.Positions, "x", "position").In(settings.Units?.Position);
            positions.Require(double.IsFinite, "must be a finite number");
            var snapshots = Snapshots(values, times, positions, Errors(settings, source));
            var isWindowed = values.Shape.Count == 3;
            var perWindow = isWindowed ? values.Shape[1] : settings.Snapshots ?? (pairs ? 2 : snapshots.Count);
            return perWindow >= 2 && snapshots.Count >= perWindow
                ? new GivenObservations(
                    snapshots, perWindow, !isWindowed, Fingerprint.OfFile(path).Hex, values.Values.Count(double.IsNaN))
                : throw new DataException(
                    $"{values.Name} has {snapshots.Count} snapshots, where windows of {Math.Max(2, perWindow)} are wanted");
        }
        catch (DataException error)
        {
            throw new DataException($"{path}: {error.Message.TrimEnd('.')}", error);
        }
    }

    private static DataArray? Errors(FileObservationSettings settings, DataSource source)
    {
        var name = settings.Errors ?? (source.Contains("error") ? "error" : null);
        var errors = name is null ? null : source.Read(name).In(settings.Units?.Value);
        errors?.Require(error => error > 0 || double.IsNaN(error), "must be positive: it is a standard deviation");
        return errors;
    }

    private static List<GivenSnapshot> Snapshots(
        DataArray values, DataArray times, DataArray positions, DataArray? errors) =>
        values.Shape.Count switch
        {
            1 => Scattered(values, times, positions, errors),
            2 or 3 => Gridded(values, times, positions, errors),
            _ => throw new DataException(
                $"{values.Name} has the shape {values.ShapeText}; give [times, positions], [windows, snapshots, positions] or one row an observation"),
        };

    // Values [.., times, positions]; positions are the same at all times, or as many as values.
    private static List<GivenSnapshot> Gridded(
        DataArray values, DataArray times, DataArray positions, DataArray? errors)
    {
        var points = values.Shape[^1];
        var rows = points == 0 ? 0 : values.Values.Length / points;
        Require(
            times.Values.Length == rows, times,
            $"a time for each of the {rows} snapshots of {values.Name} {values.ShapeText}");
        Require(positions.Values.Length == points || positions.Values.Length == values.Values.Length, positions,
            $"a position for each of the {points} points of {values.Name} {values.ShapeText}");
        Require(errors is null || errors.Values.Length == 1
            || errors.Values.Length == points || errors.Values.Length == values.Values.Length,
            errors, $"one error, or as many as {values.Name} has points or values {values.ShapeText}");
        var perWindow = values.Shape.Count == 3 ? values.Shape[1] : rows;
        var snapshots = new List<GivenSnapshot>();
        for (var row = 0; row < rows; row++)
        {
            RequireOrder(times, row, row % perWindow != 0);
            int At(DataArray array, int point) =>
                array.Values.Length == 1 ? 0 : array.Values.Length == points ? point : (row * points) + point;
            int[] seen = [.. Enumerable.Range(0, points).Where(
                point => !double.IsNaN(values.Values[(row * points) + point]))];
            snapshots.Add(new GivenSnapshot(
                times.Values[row],
                [.. seen.Select(point => positions.Values[At(positions, point)])],
                [.. seen.Select(point => values.Values[(row * points) + point])],
                errors is null ? [] : [.. seen.Select(point => Known(errors, At(errors, point)))]));
        }

        return snapshots;
    }

    // One row an observation; those of one time stand together.
    private static List<GivenSnapshot> Scattered(
        DataArray values, DataArray times, DataArray positions, DataArray? errors)
    {
        var count = values.Values.Length;
        foreach (var each in new[] { times, positions, errors })
        {
            Require(each is null || each.Values.Length == count || (each == errors && each.Values.Length == 1), each,
                $"as many as {values.Name} has, {count}");
        }

        var snapshots = new List<GivenSnapshot>();
        for (var first = 0; first < count;)
        {
            RequireOrder(times, first, first > 0);
            var last = first;
            while (last < count && times.Values[last] == times.Values[first])
            {
                last++;
            }

            int[] seen = [.. Enumerable.Range(first, last - first).Where(i => !double.IsNaN(values.Values[i]))];
            snapshots.Add(new GivenSnapshot(
                times.Values[first],
                [.. seen.Select(i => positions.Values[i])],
                [.. seen.Select(i => values.Values[i])],
                errors is null ? [] : [.. seen.Select(i => Known(errors, errors.Values.Length == 1 ? 0 : i))]));
            first = last;
        }

        return snapshots;
    }

    private static double Known(DataArray errors, int index) => double.IsNaN(errors.Values[index])
        ? throw new DataException($"{errors.At(index)} is missing, where the value it belongs to is not")
        : errors.Values[index];

    private static void RequireOrder(DataArray times, int index, bool hasBefore)
    {
        if (hasBefore && times.Values[index] <= times.Values[index - 1])
        {
            throw new DataException(FormattableString.Invariant(
                $"{times.At(index)} is {times.Values[index]}, which does not come after {times.Values[index - 1]}; put the times in order"));
        }
    }

    private static void Require(bool holds, DataArray? array, string wanted)
    {
        if (!holds)
        {
            throw new DataException($"{array!.Name} has the shape {array.ShapeText}, where {wanted} is wanted");
        }
    }
}
