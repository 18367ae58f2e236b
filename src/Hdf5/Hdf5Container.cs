using System.Text;
using HDF.PInvoke;

namespace Sci.Hdf5;

/// <summary>
/// A file's root or a group: what holds datasets and groups by name. Paths may lead through groups (<c>a/b/u</c>).
/// </summary>
public abstract class Hdf5Container : Hdf5Node
{
    private protected Hdf5Container(Handle handle, string filePath, string path)
        : base(handle, filePath, path)
    {
    }

    /// <summary>Names of the datasets and groups directly inside, in alphabetical order.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            using var scope = Library.Enter();
            var info = default(H5G.info_t);
            Library.Check(H5G.get_info(Handle, ref info), Subject);
            return [.. Enumerable.Range(0, (int)info.nlinks).Select(Name)];
        }
    }

    /// <summary>Whether the path leads to a dataset or a group.</summary>
    public bool Contains(string path)
    {
        using var scope = Library.Enter();
        // The library wants every link on the way to exist before it is asked for the last.
        return Prefixes(path).All(prefix => Library.Check(H5L.exists(Handle, prefix), Subject) > 0);
    }

    /// <summary>Opens a group.</summary>
    /// <exception cref="Hdf5Exception">There is none at this path.</exception>
    public Hdf5Group Group(string path)
    {
        using var scope = Library.Enter();
        RequireLink(path, "group");
        return new Hdf5Group(new Handle(H5G.open(Handle, path), H5G.close, SubjectOf(path)), FilePath, PathOf(path));
    }

    /// <summary>Makes a group, and those on the way to it.</summary>
    /// <exception cref="Hdf5Exception">Something of this name exists already, or the file cannot be
    /// written.</exception>
    public Hdf5Group CreateGroup(string path)
    {
        using var scope = Library.Enter();
        CreateParents(path);
        return new Hdf5Group(NewGroup(path), FilePath, PathOf(path));
    }

    /// <summary>Opens a dataset, for its shape, its attributes or its rows.</summary>
    /// <exception cref="Hdf5Exception">There is none at this path.</exception>
    public Hdf5Dataset Dataset(string path)
    {
        using var scope = Library.Enter();
        RequireLink(path, "dataset");
        return new Hdf5Dataset(new Handle(H5D.open(Handle, path), H5D.close, SubjectOf(path)), FilePath, PathOf(path));
    }

    /// <summary>Makes a dataset of <typeparamref name="T"/> (double, float, int or long), filled with zeros.</summary>
    /// <exception cref="Hdf5Exception">Something of this name exists already, or the file cannot be
    /// written.</exception>
    public Hdf5Dataset Create<T>(string path, ReadOnlySpan<long> shape, Layout? layout = null)
        where T : unmanaged
    {
        using var scope = Library.Enter();
        return NewDataset(path, Element.Stored<T>(), Extent.Of(shape, SubjectOf(path)), layout ?? Layout.Contiguous);
    }

    /// <summary>Makes a dataset of one text.</summary>
    /// <exception cref="Hdf5Exception">Something of this name exists already, or the file cannot be
    /// written.</exception>
    public void WriteString(string path, string value)
    {
        using var scope = Library.Enter();
        using var type = Text.Type(value, SubjectOf(path));
        using var dataset = NewDataset(path, type, [], Layout.Contiguous);
        Text.Write(
            value, buffer => H5D.write(dataset.Handle, type, H5S.ALL, H5S.ALL, H5P.DEFAULT, buffer), dataset.Subject);
    }

    /// <summary>Makes a dataset of a list of texts, shape [their number].</summary>
    /// <exception cref="Hdf5Exception">Something of this name exists already, or the file cannot be
    /// written.</exception>
    public void WriteStrings(string path, ReadOnlySpan<string> values)
    {
        using var scope = Library.Enter();
        using var type = Text.Type(null, SubjectOf(path));
        using var dataset = NewDataset(path, type, [(ulong)values.Length], Layout.Contiguous);
        Text.Write(
            values, buffer => H5D.write(dataset.Handle, type, H5S.ALL, H5S.ALL, H5P.DEFAULT, buffer), dataset.Subject);
    }

    /// <summary>Reads all strings of a dataset, row after row.</summary>
    /// <exception cref="Hdf5Exception">There is no such dataset, or it does not hold strings.</exception>
    public string[] ReadStrings(string path)
    {
        using var scope = Library.Enter();
        using var dataset = Dataset(path);
        return dataset.ReadStrings();
    }

    /// <summary>
    /// Makes a dataset of <typeparamref name="T"/> (double, float, int or long) with these values, row after row.
    /// </summary>
    /// <exception cref="ArgumentException">The number of values is not the product of the shape.</exception>
    /// <exception cref="Hdf5Exception">Something of this name exists already, or the file cannot be
    /// written.</exception>
    public void Write<T>(string path, ReadOnlySpan<T> values, ReadOnlySpan<long> shape, Layout? layout = null)
        where T : unmanaged
    {
        using var scope = Library.Enter();
        RequireCount(values.Length, Extent.Of(shape, SubjectOf(path)), path);
        using var dataset = Create<T>(path, shape, layout);
        dataset.WriteAll(values);
    }

    /// <summary>
    /// Reads all values of a dataset as <typeparamref name="T"/> (double, float, int or long), row after row.
    /// </summary>
    /// <exception cref="Hdf5Exception">There is no such dataset, or its values would lose something.</exception>
    public T[] Read<T>(string path)
        where T : unmanaged
    {
        using var scope = Library.Enter();
        using var dataset = Dataset(path);
        return dataset.ReadAll<T>();
    }

    private protected string PathOf(string path) => $"{Path.TrimEnd('/')}/{path.Trim('/')}";

    private static IEnumerable<string> Prefixes(string path)
    {
        var parts = path.Trim('/').Split('/');
        return Enumerable.Range(1, parts.Length).Select(count => string.Join('/', parts.Take(count)));
    }

    private unsafe string Name(int index)
    {
        var bytes = new byte[NameAt(index, 0, 0) + 1];
        fixed (byte* buffer = bytes)
        {
            NameAt(index, (nint)buffer, bytes.Length);
        }

        return Encoding.UTF8.GetString(bytes.AsSpan(0, bytes.Length - 1));
    }

    private int NameAt(int index, nint buffer, int length) => (int)Library.Check(
        (long)H5L.get_name_by_idx(
            Handle, ".", H5.index_t.NAME, H5.iter_order_t.INC, (ulong)index, buffer, length, H5P.DEFAULT),
        Subject);

    private Hdf5Dataset NewDataset(string path, long type, ulong[] shape, Layout layout)
    {
        CreateParents(path);
        using var properties = layout.Properties(shape, SubjectOf(path));
        using var space = Extent.Space(shape, layout.Extendable, SubjectOf(path));
        var id = H5D.create(Handle, path, type, space, H5P.DEFAULT, properties);
        return new Hdf5Dataset(new Handle(id, H5D.close, SubjectOf(path)), FilePath, PathOf(path));
    }

    private void CreateParents(string path)
    {
        foreach (var prefix in Prefixes(path).SkipLast(1))
        {
            if (Library.Check(H5L.exists(Handle, prefix), Subject) == 0)
            {
                NewGroup(prefix).Dispose();
            }
        }
    }

    private Handle NewGroup(string path)
    {
        using var properties = new Handle(H5P.create(H5P.GROUP_CREATE), H5P.close, SubjectOf(path));
        Hdf5File.KeepOrderNotTime(properties, SubjectOf(path));
        return new Handle(H5G.create(Handle, path, H5P.DEFAULT, properties), H5G.close, SubjectOf(path));
    }

    private void RequireLink(string path, string kind)
    {
        if (!Contains(path))
        {
            throw new Hdf5Exception($"{Subject} has no {kind} {path}; it has {(Names.Count == 0 ? "nothing" : string.Join(", ", Names))}.");
        }
    }

    private void RequireCount(int values, ulong[] shape, string path)
    {
        if (Extent.Count(shape) != values)
        {
            throw new ArgumentException(
                $"{SubjectOf(path)}: {values} values do not fill the shape [{string.Join(", ", shape)}].");
        }
    }

    private string SubjectOf(string path) => $"{FilePath}: {PathOf(path)}";
}
