using HDF.PInvoke;

namespace Sci.Hdf5;

/// <summary>Shapes, and their data spaces.</summary>
internal static class Extent
{
    /// <summary>A shape in the library's unsigned numbers; an empty one is a single value.</summary>
    public static ulong[] Of(ReadOnlySpan<long> shape, string subject)
    {
        var lengths = new ulong[shape.Length];
        for (var i = 0; i < shape.Length; i++)
        {
            lengths[i] = shape[i] >= 0
                ? (ulong)shape[i]
                : throw new ArgumentException($"{subject}: a shape cannot have the length {shape[i]}.");
        }

        return lengths;
    }

    /// <summary>Number of values of a shape.</summary>
    public static long Count(ReadOnlySpan<ulong> shape)
    {
        var count = 1L;
        foreach (var length in shape)
        {
            count = checked(count * (long)length);
        }

        return count;
    }

    /// <summary>A data space of this shape, its first dimension without bound where asked.</summary>
    public static Handle Space(ulong[] shape, bool extendable, string subject)
    {
        if (shape.Length == 0)
        {
            return new Handle(H5S.create(H5S.class_t.SCALAR), H5S.close, subject);
        }

        ulong[] most = [.. shape];
        if (extendable)
        {
            most[0] = H5S.UNLIMITED;
        }

        return new Handle(H5S.create_simple(shape.Length, shape, most), H5S.close, subject);
    }

    /// <summary>The shape of a data space.</summary>
    public static ulong[] Shape(Handle space, string subject)
    {
        if (H5S.get_simple_extent_type(space) == H5S.class_t.NULL)
        {
            return [0];
        }

        var shape = new ulong[Library.Check(H5S.get_simple_extent_ndims(space), subject)];
        Library.Check(H5S.get_simple_extent_dims(space, shape, null!), subject);
        return shape;
    }
}
