using Sci.Hdf5;

namespace Sci.Reader;

/// <summary>HDF5 files from elsewhere, read by a process of its own.</summary>
/// <remarks>
/// The library crashes, or never ends, on some damaged files (strings of variable length above all). Here that costs
/// the reading process, and the caller gets a sentence. The process is started by the first call and serves them all.
/// </remarks>
public static class ForeignFile
{
    private static readonly Lock Gate = new();

    private static ReadingProcess? reading;

    /// <summary>Every dataset, groups after what stands beside them.</summary>
    /// <exception cref="Hdf5Exception">The file cannot be read.</exception>
    public static IReadOnlyList<StoredDataset> Contents(string path) => Ask(path, "", -1, 0, Wire.ReadContents);

    /// <summary>All values of a dataset of numbers, row after row.</summary>
    /// <exception cref="Hdf5Exception">The file cannot be read, or there is no such dataset.</exception>
    public static double[] Read(string path, string dataset) => Ask(path, dataset, -1, 0, Wire.ReadArray<double>);

    /// <summary>So many values of a dataset from the beginning of a row on; they must fill whole rows.</summary>
    /// <exception cref="Hdf5Exception">The file cannot be read, or there are no such rows.</exception>
    public static double[] ReadRows(string path, string dataset, long first, long values) =>
        Ask(path, dataset, first, values, Wire.ReadArray<double>);

    private static T Ask<T>(string path, string dataset, long first, long values, Func<BinaryReader, T> answer)
    {
        if (File.Exists(path) && OrdinaryFile.IsEmpty(path))
        {
            throw new Hdf5Exception($"{path} is empty, or no ordinary file.");
        }

        lock (Gate)
        {
            reading ??= new ReadingProcess();
            try
            {
                return reading.Ask(new Request(Environment.CurrentDirectory, path, dataset, first, values), answer);
            }
            catch (IOException error) when (error is not Hdf5Exception)
            {
                reading.Dispose();
                reading = null;
                throw new Hdf5Exception(
                    $"{path}: HDF5 breaks down over it; the file is damaged, so write or fetch it anew.", error);
            }
        }
    }
}
