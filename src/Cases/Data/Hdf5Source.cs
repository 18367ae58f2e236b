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
            throw new DataException($"{name} cannot be read ({error.Message.TrimEnd('.')})", error);
        }
    }
}
