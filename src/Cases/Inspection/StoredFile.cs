using Sci.Cases.Settings;
using Sci.Reader;

namespace Sci.Cases.Inspection;

/// <summary>Looks into any HDF5 file.</summary>
public static class StoredFile
{
    private const long LongestRow = 1 << 26;

    /// <summary>Every dataset, groups after what stands beside them.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<StoredDataset> Contents(string path) => ForeignFile.Contents(path);

    /// <summary>
    /// The dataset that a picture shows best: not a coordinate, of most dimensions; null where there is none.
    /// </summary>
    public static StoredDataset? Main(IEnumerable<StoredDataset> contents) => contents
        .Where(each => each is { IsNumeric: true, IsScale: false, Shape.Count: > 0 } && !each.Shape.Contains(0))
        .OrderByDescending(each => each.Shape.Count)
        .ThenByDescending(each => each.Shape.Aggregate(1.0, (product, length) => product * length))
        .FirstOrDefault();

    /// <summary>At most so many rows and columns of a dataset, picked evenly.</summary>
    /// <remarks>
    /// Of two dimensions, both; of one, one row; of more, the last two at the last index of the first and at index 0 of
    /// those between.
    /// </remarks>
    /// <exception cref="SettingsException">The dataset has too long rows to be looked at.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static double[][] Sample(string path, StoredDataset dataset, int rows, int columns)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        var shape = dataset.Shape;
        var length = shape.Skip(1).Aggregate(1L, (product, count) => product * count);
        if ((shape.Count == 1 ? shape[0] : length) > LongestRow)
        {
            throw new SettingsException(
                new Place(path), $"the rows of {dataset.Path} are too long to show; name another --dataset.");
        }

        double[] Row(long first, long values) => ForeignFile.ReadRows(path, dataset.Path, first, values);
        return shape.Count switch
        {
            1 => [Pick(Row(0, shape[0]), columns)],
            2 => [.. Indices(shape[0], rows).Select(row => Pick(Row(row, length), columns))],
            _ => Plane(Row(shape[0] - 1, length), (int)shape[^2], (int)shape[^1], rows, columns),
        };
    }

    private static double[][] Plane(double[] values, int height, int width, int rows, int columns) =>
        [.. Indices(height, rows).Select(row => Pick(values.AsSpan((int)row * width, width).ToArray(), columns))];

    private static double[] Pick(double[] row, int columns) =>
        [.. Indices(row.Length, columns).Select(column => row[column])];

    private static IEnumerable<long> Indices(long count, int most)
    {
        var kept = (int)long.Min(count, most);
        return Enumerable.Range(0, kept).Select(i => kept == 1 ? 0 : i * (count - 1) / (kept - 1));
    }
}
