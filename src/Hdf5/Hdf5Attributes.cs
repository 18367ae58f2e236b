using System.Runtime.InteropServices;
using HDF.PInvoke;

namespace Sci.Hdf5;

/// <summary>The attributes of a file, a group or a dataset. Setting one that exists replaces it.</summary>
public sealed class Hdf5Attributes
{
    private readonly Hdf5Node node;

    internal Hdf5Attributes(Hdf5Node node) => this.node = node;

    /// <summary>Names of all attributes, in alphabetical order; those of dimension scales among them.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            using var scope = Library.Enter();
            var names = new List<string>();
            H5A.operator_t collect = (long _, nint name, ref H5A.info_t _, nint _) =>
            {
                names.Add(Marshal.PtrToStringUTF8(name)!);
                return 0;
            };
            var position = 0UL;
            Library.Check(
                H5A.iterate(node.Handle, H5.index_t.NAME, H5.iter_order_t.INC, ref position, collect, 0), node.Subject);
            return names;
        }
    }

    /// <summary>Whether there is an attribute of this name.</summary>
    public bool Contains(string name)
    {
        using var scope = Library.Enter();
        return Library.Check(H5A.exists(node.Handle, name), Subject(name)) > 0;
    }

    /// <summary>Writes a text.</summary>
    public void SetString(string name, string value)
    {
        using var scope = Library.Enter();
        using var type = Text.Type(value, Subject(name));
        using var attribute = Create(name, type, []);
        Text.Write(value, buffer => H5A.write(attribute, type, buffer), Subject(name));
    }

    /// <summary>Writes a list of texts.</summary>
    public void SetStrings(string name, ReadOnlySpan<string> values)
    {
        using var scope = Library.Enter();
        using var type = Text.Type(null, Subject(name));
        using var attribute = Create(name, type, [(ulong)values.Length]);
        Text.Write(values, buffer => H5A.write(attribute, type, buffer), Subject(name));
    }

    /// <summary>Writes a number.</summary>
    public void SetDouble(string name, double value) => Write(name, [], [value]);

    /// <summary>Writes a list of numbers.</summary>
    public void SetDoubles(string name, ReadOnlySpan<double> values) => Write(name, [(ulong)values.Length], values);

    /// <summary>Writes a whole number.</summary>
    public void SetLong(string name, long value) => Write(name, [], [value]);

    /// <summary>Writes a list of whole numbers.</summary>
    public void SetInts(string name, ReadOnlySpan<int> values) => Write(name, [(ulong)values.Length], values);

    /// <summary>Reads a text.</summary>
    /// <exception cref="Hdf5Exception">There is no such attribute, or it is not one text.</exception>
    public string GetString(string name) => Single(GetStrings(name), name);

    /// <summary>Reads a list of texts; a single one is a list of one.</summary>
    /// <exception cref="Hdf5Exception">There is no such attribute, or it does not hold texts.</exception>
    public string[] GetStrings(string name)
    {
        using var scope = Library.Enter();
        using var attribute = Open(name);
        using var type = new Handle(H5A.get_type(attribute), H5T.close, Subject(name));
        using var space = new Handle(H5A.get_space(attribute), H5S.close, Subject(name));
        var count = Extent.Count(Extent.Shape(space, Subject(name)));
        return Text.Read(type, space, count, (memory, buffer) => H5A.read(attribute, memory, buffer), Subject(name));
    }

    /// <summary>Reads a number.</summary>
    /// <exception cref="Hdf5Exception">There is no such attribute, or it is not one number.</exception>
    public double GetDouble(string name) => Single(Read<double>(name), name);

    /// <summary>Reads a list of numbers.</summary>
    /// <exception cref="Hdf5Exception">There is no such attribute, or it does not hold numbers.</exception>
    public double[] GetDoubles(string name) => Read<double>(name);

    /// <summary>Reads a whole number.</summary>
    /// <exception cref="Hdf5Exception">There is no such attribute, or it is not one whole number.</exception>
    public long GetLong(string name) => Single(Read<long>(name), name);

    /// <summary>Reads a list of whole numbers.</summary>
    /// <exception cref="Hdf5Exception">There is no such attribute, or its numbers do not fit.</exception>
    public int[] GetInts(string name) => Read<int>(name);

    private unsafe void Write<T>(string name, ulong[] shape, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        using var scope = Library.Enter();
        using var attribute = Create(name, Element.Stored<T>(), shape);
        fixed (T* buffer = values)
        {
            Library.Check(H5A.write(attribute, Element.InMemory<T>(), (nint)buffer), Subject(name));
        }
    }

    private unsafe T[] Read<T>(string name)
        where T : unmanaged
    {
        using var scope = Library.Enter();
        using var attribute = Open(name);
        using var type = new Handle(H5A.get_type(attribute), H5T.close, Subject(name));
        using var space = new Handle(H5A.get_space(attribute), H5S.close, Subject(name));
        Element.CheckReadable<T>(type, Subject(name));
        var values = new T[Extent.Count(Extent.Shape(space, Subject(name)))];
        fixed (T* buffer = values)
        {
            Library.Check(H5A.read(attribute, Element.InMemory<T>(), (nint)buffer), Subject(name));
        }

        return values;
    }

    private Handle Create(string name, long type, ulong[] shape)
    {
        if (H5A.exists(node.Handle, name) > 0)
        {
            Library.Check(H5A.delete(node.Handle, name), Subject(name));
        }

        using var space = Extent.Space(shape, extendable: false, Subject(name));
        return new Handle(H5A.create(node.Handle, name, type, space), H5A.close, Subject(name));
    }

    private Handle Open(string name) => H5A.exists(node.Handle, name) > 0
        ? new Handle(H5A.open(node.Handle, name), H5A.close, Subject(name))
        : throw new Hdf5Exception($"{node.Subject} has no attribute {name}.");

    private T Single<T>(T[] values, string name) => values.Length == 1
        ? values[0]
        : throw new Hdf5Exception($"{Subject(name)} holds {values.Length} values where one was expected.");

    private string Subject(string name) => $"{node.Subject}: attribute {name}";
}
