using Sci.Hdf5;
using Sci.Reader;

namespace Sci.Cases.Data;

/// <summary>Numbers of an HDF5 file; what its <c>_FillValue</c> or <c>missing_value</c> marks is missing.</summary>
internal sealed class Hdf5Source : DataSource
{
    private const int MostValues = 1 << 28;

    private readonly string path;
    private readonly Dictionary<string, StoredDataset> datasets;

    public Hdf5Source(string path)
    {
        this.path = path;
        datasets = ForeignFile.Contents(path).Where(each => each.IsNumeric).ToDictionary(
            each => each.Path.TrimStart('/'));
    }

    public override IReadOnlyList<string> Names => [.. datasets.Keys];

    private protected override DataArray ReadNamed(string name)
    {
        var dataset = datasets[name];
        if (dataset.Shape.Aggregate(1.0, (product, length) => product * length) > MostValues)
        {
            throw new DataException($"{name} has more than {MostValues} values");
        }

        try
        {
            var values = ForeignFile.Read(path, name);
            foreach (var mark in dataset.Missing)
            {
                values.AsSpan().Replace(mark, double.NaN);
            }

            return new DataArray(name, [.. dataset.Shape.Select(length => (int)length)], values, dataset.Units);
        }
        catch (Hdf5Exception error)
        {
            // HDF5 looks for a filter that it was not built with, such as LZF, among its plugins.
            throw new DataException(
                error.Message.Contains("plugin", StringComparison.Ordinal)
                    ? $"{name} is packed by a filter that HDF5 lacks here; where it has it, run "
                        + "`h5repack -f GZIP=4 OLD.h5 NEW.h5`"
                    : $"{name} cannot be read ({error.Message.TrimEnd('.')})",
                error);
        }
    }
}
