using Sci.Hdf5;

namespace Sci.Reader;

/// <summary>The table of contents of an HDF5 file.</summary>
internal static class Contents
{
    private const int DeepestGroup = 32;

    private static readonly string[] MarksOfMissing = ["_FillValue", "missing_value"];

    /// <summary>Every dataset, groups after what stands beside them.</summary>
    /// <exception cref="Hdf5Exception">The file cannot be read.</exception>
    public static IReadOnlyList<StoredDataset> Of(string path)
    {
        using var file = Hdf5File.OpenRead(path);
        return [.. Inside(file, 0)];
    }

    private static IEnumerable<StoredDataset> Inside(Hdf5Container place, int depth)
    {
        foreach (var name in place.Names)
        {
            if (Group(place, name) is not { } group)
            {
                yield return Described(place, name);
                continue;
            }

            using (group)
            {
                foreach (var each in depth < DeepestGroup ? Inside(group, depth + 1) : [])
                {
                    yield return each;
                }
            }
        }
    }

    private static Hdf5Group? Group(Hdf5Container place, string name)
    {
        try
        {
            return place.Group(name);
        }
        catch (Hdf5Exception)
        {
            return null;
        }
    }

    private static StoredDataset Described(Hdf5Container place, string name)
    {
        using var dataset = place.Dataset(name);
        return new StoredDataset(
            dataset.Path, dataset.Kind, dataset.Shape, Text(dataset, "units"), Text(dataset, "long_name"),
            dataset.IsScale, [.. MarksOfMissing.SelectMany(mark => Numbers(dataset, mark)).Where(double.IsFinite)]);
    }

    private static string Text(Hdf5Dataset dataset, string attribute) =>
        Attribute(dataset, attribute, attributes => attributes.GetString(attribute), "");

    private static double[] Numbers(Hdf5Dataset dataset, string attribute) =>
        Attribute(dataset, attribute, attributes => attributes.GetDoubles(attribute), []);

    // One that is of another kind tells nothing, and hinders nothing.
    private static T Attribute<T>(Hdf5Dataset dataset, string name, Func<Hdf5Attributes, T> read, T none)
    {
        try
        {
            return dataset.Attributes.Contains(name) ? read(dataset.Attributes) : none;
        }
        catch (Hdf5Exception)
        {
            return none;
        }
    }
}
