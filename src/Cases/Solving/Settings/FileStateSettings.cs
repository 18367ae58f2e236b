using Sci.Cases.Data;
using Sci.Cases.Files;
using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>A state from a file.</summary>
public sealed record FileStateSettings : SolvedInitialSettings
{
    /// <summary>The file: .h5, .nc, .csv or .npy, in the case's folder or by its full path.</summary>
    [DataPath]
    public required string File { get; init; }

    /// <summary>Name of the dataset, fields one after the other along its last dimensions.</summary>
    public required string Dataset { get; init; }

    /// <summary>Which state, of several; from 0.</summary>
    [AtLeast(0)]
    public int Row { get; init; }

    /// <summary>Only every such point is taken.</summary>
    [AtLeast(1)]
    public int Every { get; init; } = 1;

    internal string Folder { get; init; } = ".";

    internal override string Contents(string folder) => Fingerprint.OfFile(Path.Combine(folder, File)).Hex;

    internal override SolvedInitialSettings In(string folder) => this with { Folder = folder };

    internal override double[] On(SolvedSystemSettings system, ulong seed) =>
        Read(Path.Combine(Folder, File), Dataset, Row, Every, system.Fields.Count * system.Grid.Points);

    /// <summary>One state of so many values out of a dataset.</summary>
    internal static double[] Read(string path, string dataset, int row, int every, int size)
    {
        try
        {
            var source = DataSource.Open(path);
            var found = source.Read(dataset);
            found.Require(double.IsFinite, "must be a finite number");
            var start = (long)row * size * every;
            return start + ((long)size * every) <= found.Values.Length
                ? [.. Enumerable.Range(0, size).Select(i => found.Values[start + ((long)i * every)])]
                : throw new DataException(
                    $"{dataset} has the shape {found.ShapeText}, which has no state {row} of {size} values, "
                    + $"every {every}");
        }
        catch (DataException error)
        {
            throw new DataException($"{path}: {error.Message.TrimEnd('.')}", error);
        }
    }
}
