using Sci.Cases.Settings;
using Sci.Reader;

namespace Sci.Cases.Data;

/// <summary>A user's file of numbers: HDF5 (netCDF-4 too), CSV with a header, or NumPy's .npy.</summary>
internal abstract class DataSource
{
    /// <summary>Names of the arrays in it.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>Opens a file by its ending.</summary>
    /// <exception cref="DataException">There is no such file, it is of another kind, or its layout is
    /// broken.</exception>
    public static DataSource Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new DataException("there is no such file");
        }

        try
        {
            return OrdinaryFile.IsEmpty(path)
                ? throw new DataException("it is empty, or no ordinary file")
                : Path.GetExtension(path).ToUpperInvariant() switch
                {
                    ".H5" or ".HDF5" or ".NC" or ".NC4" or ".HE5" => new Hdf5Source(path),
                    ".CSV" => CsvSource.From(path),
                    ".NPY" => NpySource.From(path),
                    _ => throw new DataException(
                        $"files that end in `{Path.GetExtension(path)}` are not read; give .h5, .nc, .csv or .npy"),
                };
        }
        catch (Exception error) when (error is (IOException and not DataException) or UnauthorizedAccessException)
        {
            throw new DataException(error.Message.TrimEnd('.'), error);
        }
    }

    /// <summary>Whether an array of this name is there.</summary>
    public bool Contains(string name) => Names.Contains(name);

    /// <summary>Reads an array.</summary>
    /// <exception cref="DataException">There is none of this name, or it does not hold numbers.</exception>
    public DataArray Read(string name) => Contains(name)
        ? ReadNamed(name)
        : throw new DataException($"there is no `{name}` in it;{Spelling.Hint(name, [.. Names])}");

    /// <summary>Reads the first of several names that is there.</summary>
    public DataArray ReadAny(string? name, params ReadOnlySpan<string> usual)
    {
        foreach (var each in name is null ? usual : [])
        {
            if (Contains(each))
            {
                return ReadNamed(each);
            }
        }

        return Read(name ?? usual[0]);
    }

    private protected abstract DataArray ReadNamed(string name);
}
