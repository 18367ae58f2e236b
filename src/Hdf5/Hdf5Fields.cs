namespace Sci.Hdf5;

/// <summary>
/// Fields on named dimensions, as netCDF has them: scales carry the coordinates, every dataset its units and name.
/// </summary>
public static class Hdf5Fields
{
    /// <summary>Says what a dataset is.</summary>
    /// <param name="node">The dataset.</param>
    /// <param name="units">Units in UDUNITS notation; <c>1</c> where there are none.</param>
    /// <param name="longName">What it is, in words fit for the axis of a figure.</param>
    public static void Describe(this Hdf5Node node, string units, string longName)
    {
        ArgumentNullException.ThrowIfNull(node);
        node.Attributes.SetString("units", units);
        node.Attributes.SetString("long_name", longName);
    }

    /// <summary>Writes the coordinates of a dimension that is named as the dataset.</summary>
    /// <param name="place">Where to.</param>
    /// <param name="name">Name of the dimension.</param>
    /// <param name="coordinates">Coordinates, shape [length of the dimension].</param>
    /// <param name="units">Their units.</param>
    /// <param name="longName">What they are, in words.</param>
    /// <param name="layout">How they lie in the file; appendable for a dimension that grows.</param>
    public static void WriteScale<T>(
        this Hdf5Container place,
        string name,
        ReadOnlySpan<T> coordinates,
        string units,
        string longName,
        Layout? layout = null)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(place);
        place.Write(name, coordinates, [coordinates.Length], layout);
        using var scale = place.Dataset(name);
        scale.MakeScale();
        scale.Describe(units, longName);
    }

    /// <summary>Writes a field over dimensions whose scales are in the same place.</summary>
    /// <param name="place">Where to.</param>
    /// <param name="name">Name of the field.</param>
    /// <param name="values">Values, row after row; their shape is that of the scales.</param>
    /// <param name="dimensions">Names of the scales, slowest first.</param>
    /// <param name="units">Its units.</param>
    /// <param name="longName">What it is, in words.</param>
    /// <param name="layout">How it lies in the file.</param>
    /// <exception cref="Hdf5Exception">A scale is missing, or the file cannot be written.</exception>
    public static void WriteField<T>(
        this Hdf5Container place,
        string name,
        ReadOnlySpan<T> values,
        ReadOnlySpan<string> dimensions,
        string units,
        string longName,
        Layout? layout = null)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(place);
        var scales = Scales(place, dimensions);
        place.Write(name, values, [.. scales.Select(scale => scale.Shape[0])], layout);
        using var field = place.Dataset(name);
        Finish(field, scales, units, longName);
    }

    /// <summary>
    /// Makes a field of zeros, to be filled or grown row by row; <see cref="WriteField"/> says what the arguments are.
    /// </summary>
    /// <exception cref="Hdf5Exception">A scale is missing, or the file cannot be written.</exception>
    public static Hdf5Dataset CreateField<T>(
        this Hdf5Container place,
        string name,
        ReadOnlySpan<string> dimensions,
        string units,
        string longName,
        Layout? layout = null)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(place);
        var scales = Scales(place, dimensions);
        var field = place.Create<T>(name, [.. scales.Select(scale => scale.Shape[0])], layout);
        Finish(field, scales, units, longName);
        return field;
    }

    private static Hdf5Dataset[] Scales(Hdf5Container place, ReadOnlySpan<string> names)
    {
        var scales = new Hdf5Dataset[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            scales[i] = place.Dataset(names[i]);
        }

        return scales;
    }

    private static void Finish(Hdf5Dataset field, Hdf5Dataset[] scales, string units, string longName)
    {
        field.AttachScales(scales);
        field.Describe(units, longName);
        foreach (var scale in scales)
        {
            scale.Dispose();
        }
    }
}
