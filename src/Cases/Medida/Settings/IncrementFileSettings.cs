using Sci.Cases.Data;
using Sci.Cases.Files;
using Sci.Cases.Settings;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>Analyses and increments from a file, one row an interval, on the model's grid.</summary>
public sealed record IncrementFileSettings
{
    /// <summary>The file: .h5 or .nc, in the case's folder or by its full path.</summary>
    [DataPath]
    public required string File { get; init; }

    /// <summary>Name of the analyses, shape [intervals, points]; <c>analysis</c> if left out.</summary>
    public string? Analysis { get; init; }

    /// <summary>Name of the forecasts, analysis minus increment; <c>forecast</c> if left out.</summary>
    public string? Forecast { get; init; }

    /// <summary>Name of the increments, where the file has them and no forecasts.</summary>
    public string? Increment { get; init; }

    /// <summary>
    /// Name of the states that the forecasts start from; <c>before</c>, where there are some, if left out.
    /// </summary>
    public string? Before { get; init; }

    /// <summary>
    /// Time over which the model ran; <c>length</c> in the file, one number or one an interval, if left out.
    /// </summary>
    [Positive]
    public double? Length { get; init; }

    internal string Folder { get; init; } = ".";

    internal string Contents => Fingerprint.OfFile(Path.Combine(Folder, File)).Hex;

    /// <summary>Reads them.</summary>
    /// <param name="points">Points of the model's grid.</param>
    /// <param name="needsBefore">Whether the states before the forecasts are needed.</param>
    /// <exception cref="DataException">The file is not as the settings say.</exception>
    internal Increments Read(int points, bool needsBefore)
    {
        var path = Path.Combine(Folder, File);
        try
        {
            var source = DataSource.Open(path);
            var analysis = Rows(source.ReadAny(Analysis, "analysis"), null, points);
            var rows = analysis.Count;
            var before = Before is not null || needsBefore || source.Contains("before")
                ? Rows(source.ReadAny(Before, "before"), rows, points)
                : new States(rows, points);
            return new Increments(before, Forecasts(source, analysis), analysis, Lengths(source, rows));
        }
        catch (DataException error)
        {
            throw new DataException($"{path}: {error.Message.TrimEnd('.')}", error);
        }
    }

    private static States Rows(DataArray array, int? rows, int points)
    {
        array.Require(double.IsFinite, "must be a finite number");
        return array.Shape.Count == 2
            && array.Shape[0] == (rows ?? array.Shape[0]) && array.Shape[0] > 0 && array.Shape[1] == points
            ? new States(array.Shape[0], points, array.Values)
            : throw new DataException(
                $"{array.Name} has the shape {array.ShapeText}, where [{(rows is { } count ? $"{count}" : "intervals")}, {points}] is wanted");
    }

    private States Forecasts(DataSource source, States analysis)
    {
        if (Increment is null)
        {
            return Rows(source.ReadAny(Forecast, "forecast"), analysis.Count, analysis.Size);
        }

        var forecast = Rows(source.Read(Increment), analysis.Count, analysis.Size);
        for (var i = 0; i < forecast.Values.Length; i++)
        {
            forecast.Values[i] = analysis.Values[i] - forecast.Values[i];
        }

        return forecast;
    }

    private double[] Lengths(DataSource source, int rows)
    {
        if (Length is { } length)
        {
            return [.. Enumerable.Repeat(length, rows)];
        }

        var lengths = source.Read("length");
        lengths.Require(value => value > 0 && double.IsFinite(value), "must be positive");
        return lengths.Values.Length == rows ? lengths.Values
            : lengths.Values.Length == 1 ? [.. Enumerable.Repeat(lengths.Values[0], rows)]
            : throw new DataException(
                $"{lengths.Name} has the shape {lengths.ShapeText}, where one number or {rows} are wanted");
    }
}
