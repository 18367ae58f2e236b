using HDF.PInvoke;

namespace Sci.Hdf5;

/// <summary>A block of values with a shape; its rows are the entries of the first dimension.</summary>
public sealed class Hdf5Dataset : Hdf5Node
{
    internal Hdf5Dataset(Handle handle, string filePath, string path)
        : base(handle, filePath, path)
    {
    }

    /// <summary>Lengths of the dimensions, slowest first; empty for a single value.</summary>
    public long[] Shape
    {
        get
        {
            using var scope = Library.Enter();
            return [.. Lengths().Select(length => (long)length)];
        }
    }

    /// <summary>What its values are, in words: <c>64-bit floats</c>, <c>strings</c>.</summary>
    public string Kind
    {
        get
        {
            using var scope = Library.Enter();
            using var type = Type();
            return Element.Describe(type);
        }
    }

    /// <summary>Whether it serves as the coordinates of a dimension of other datasets.</summary>
    public bool IsScale
    {
        get
        {
            using var scope = Library.Enter();
            return Library.Check(H5DS.is_scale(Handle), Subject) > 0;
        }
    }

    /// <summary>Reads the rows from <paramref name="first"/> on that fill <paramref name="rows"/>.</summary>
    /// <exception cref="ArgumentException">The length is not a whole number of rows, or the rows end before
    /// it.</exception>
    /// <exception cref="Hdf5Exception">The file holds another kind of value, or cannot be read.</exception>
    public unsafe void ReadRows<T>(long first, Span<T> rows)
        where T : unmanaged
    {
        using var scope = Library.Enter();
        using var type = Type();
        Element.CheckReadable<T>(type, Subject);
        using var file = Select(first, rows.Length, out var count);
        using var memory = Extent.Space(count, extendable: false, Subject);
        fixed (T* buffer = rows)
        {
            Library.Check(
                H5D.read(Handle, Element.InMemory<T>(), memory, file, H5P.DEFAULT, (nint)buffer), Subject);
        }
    }

    /// <summary>Replaces the rows from <paramref name="first"/> on.</summary>
    /// <exception cref="ArgumentException">The length is not a whole number of rows, or the rows end before
    /// it.</exception>
    /// <exception cref="Hdf5Exception">The file cannot be written.</exception>
    public unsafe void WriteRows<T>(long first, ReadOnlySpan<T> rows)
        where T : unmanaged
    {
        using var scope = Library.Enter();
        using var file = Select(first, rows.Length, out var count);
        using var memory = Extent.Space(count, extendable: false, Subject);
        fixed (T* buffer = rows)
        {
            Library.Check(
                H5D.write(Handle, Element.InMemory<T>(), memory, file, H5P.DEFAULT, (nint)buffer), Subject);
        }
    }

    /// <summary>Adds rows at the end of a dataset made with <see cref="Layout.Appendable"/>.</summary>
    /// <exception cref="ArgumentException">The length is not a whole number of rows.</exception>
    /// <exception cref="Hdf5Exception">The dataset cannot grow, or the file cannot be written.</exception>
    public void Append<T>(ReadOnlySpan<T> rows)
        where T : unmanaged
    {
        using var scope = Library.Enter();
        var shape = Lengths();
        var before = shape.Length > 0 ? (long)shape[0] : 0;
        var after = before + Rows(rows.Length, shape);
        Library.Check(H5D.set_extent(Handle, [(ulong)after, .. shape.Skip(1)]), Subject);
        WriteRows(before, rows);
    }

    /// <summary>Makes it the coordinates of a dimension, named as it is itself.</summary>
    /// <exception cref="Hdf5Exception">The file cannot be written.</exception>
    public void MakeScale()
    {
        using var scope = Library.Enter();
        Library.Check(H5DS.set_scale(Handle, Path[(Path.LastIndexOf('/') + 1)..]), Subject);
    }

    /// <summary>Says which scale each dimension has, slowest first.</summary>
    /// <exception cref="ArgumentException">There are more or fewer scales than dimensions.</exception>
    /// <exception cref="Hdf5Exception">The file cannot be written.</exception>
    public void AttachScales(params ReadOnlySpan<Hdf5Dataset> scales)
    {
        using var scope = Library.Enter();
        var dimensions = Lengths().Length;
        if (scales.Length != dimensions)
        {
            throw new ArgumentException(
                $"{Subject} has {dimensions} dimensions but was given {scales.Length} scales.", nameof(scales));
        }

        for (var i = 0; i < scales.Length; i++)
        {
            Library.Check(H5DS.attach_scale(Handle, scales[i].Handle, (uint)i), Subject);
        }
    }

    internal unsafe void WriteAll<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        fixed (T* buffer = values)
        {
            Library.Check(
                H5D.write(Handle, Element.InMemory<T>(), H5S.ALL, H5S.ALL, H5P.DEFAULT, (nint)buffer), Subject);
        }
    }

    internal unsafe T[] ReadAll<T>()
        where T : unmanaged
    {
        using var type = Type();
        Element.CheckReadable<T>(type, Subject);
        var values = new T[CountInMemory()];
        fixed (T* buffer = values)
        {
            Library.Check(
                H5D.read(Handle, Element.InMemory<T>(), H5S.ALL, H5S.ALL, H5P.DEFAULT, (nint)buffer), Subject);
        }

        return values;
    }

    internal string[] ReadStrings()
    {
        using var type = Type();
        using var space = Space();
        return Text.Read(
            type,
            space,
            CountInMemory(),
            (memory, buffer) => H5D.read(Handle, memory, H5S.ALL, H5S.ALL, H5P.DEFAULT, buffer),
            Subject);
    }

    private protected override void Closing()
    {
    }

    private ulong[] Lengths()
    {
        using var space = Space();
        return Extent.Shape(space, Subject);
    }

    private Handle Space() => new(H5D.get_space(Handle), H5S.close, Subject);

    private Handle Type() => new(H5D.get_type(Handle), H5T.close, Subject);

    private long CountInMemory()
    {
        var count = Extent.Count(Lengths());
        return count <= Array.MaxLength
            ? count
            : throw new Hdf5Exception(
                $"{Subject} holds {count} values, too many to read at once; read its rows in parts.");
    }

    private long Rows(int values, ulong[] shape)
    {
        var size = shape.Length == 0 ? 1 : Extent.Count(shape.AsSpan(1));
        return size > 0 && values % size == 0
            ? values / size
            : throw new ArgumentException(
                $"{Subject} has rows of {size} values, of which {values} are not a whole number.");
    }

    private Handle Select(long first, int values, out ulong[] count)
    {
        var shape = Lengths();
        var rows = Rows(values, shape);
        if (shape.Length == 0 || first < 0 || first + rows > (long)shape[0])
        {
            throw new ArgumentException(
                $"{Subject} has {(shape.Length == 0 ? 0 : shape[0])} rows; rows "
                + $"{first} to {first + rows - 1} are not all there.");
        }

        count = [(ulong)rows, .. shape.Skip(1)];
        var space = Space();
        Library.Check(
            H5S.select_hyperslab(
                space, H5S.seloper_t.SET, [(ulong)first, .. new ulong[shape.Length - 1]], null!, count, null!),
            Subject);
        return space;
    }
}
