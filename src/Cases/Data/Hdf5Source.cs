using Sci.Cases.Inspection;
using Sci.Hdf5;

namespace Sci.Cases.Data;

/// <summary>Numbers of an HDF5 file; what its <c>_FillValue</c> or <c>missing_value</c> marks is missing.</summary>
internal sealed class Hdf5Source : DataSource
{
    private const int MostValues = 1 << 28;

    private static readonly string[] MarksOfMissing = ["_FillValue", "missing_value"];

    private readonly string path;

    public Hdf5Source(string path)
    {
        this.path = path;
        Names = [.. StoredFile.Contents(path).Where(each => each.IsNumeric).Select(each => each.Path.TrimStart('/'))];
    }

    public override IReadOnlyList<string> Names { get; }

    private protected override DataArray ReadNamed(string name)
    {
        try
        {
            using var file = Hdf5File.OpenRead(path);
            using var dataset = file.Dataset(name);
            var shape = dataset.Shape;
            if (shape.Aggregate(1.0, (product, length) => product * length) > MostValues)
            {
                throw new DataException($"{name} has more than {MostValues} values");
            }

            var values = file.Read<double>(name);
            foreach (var mark in Marks(dataset))
            {
                values.AsSpan().Replace(mark, double.NaN);
            }

            return new DataArray(name, [.. shape.Select(length => (int)length)], values, Units(dataset));
        }
        catch (Hdf5Exception error)
        {
            throw new DataException($"{name} cannot be read ({error.Message.TrimEnd('.')})", error);
        }
    }

    private static IEnumerable<double> Marks(Hdf5Dataset dataset) => MarksOfMissing
        .Where(dataset.Attributes.Contains)
        .SelectMany(name => dataset.Attributes.GetDoubles(name))
        .Where(double.IsFinite);

    private static string Units(Hdf5Dataset dataset) =>
        dataset.Attributes.Contains("units") ? dataset.Attributes.GetString("units") : "";
}
