using HDF.PInvoke;

namespace Sci.Hdf5;

/// <summary>An HDF5 file, and its root group.</summary>
/// <remarks>
/// The same calls make the same bytes: no time stamps, a fixed version of the format (1.8, which every tool reads).
/// With dimension scales and <c>units</c> it is a netCDF-4 file too.
/// </remarks>
public sealed class Hdf5File : Hdf5Container
{
    private Hdf5File(Handle handle, string path)
        : base(handle, path, "/")
    {
    }

    /// <summary>Loads the library, so that a lack of it shows before there is something to write.</summary>
    /// <exception cref="Hdf5Exception">It is not on this machine, or too old; the message says what to
    /// install.</exception>
    public static void RequireLibrary()
    {
        using var scope = Library.Enter();
    }

    /// <summary>Makes a new file; one of this name is overwritten.</summary>
    /// <exception cref="Hdf5Exception">It cannot be written.</exception>
    public static Hdf5File Create(string path)
    {
        using var scope = Library.Enter();
        using var creation = new Handle(H5P.create(H5P.FILE_CREATE), H5P.close, path);
        KeepOrderNotTime(creation, path);
        using var access = Access(path);
        // A process started meanwhile inherits the library's lock and would hold it long after we closed the file.
        Library.Check(H5PLocking.TurnOff(access), path);
        return new Hdf5File(new Handle(H5F.create(path, H5F.ACC_TRUNC, creation, access), H5F.close, path), path);
    }

    /// <summary>Opens a file to read and to change.</summary>
    /// <exception cref="Hdf5Exception">There is none, it is not HDF5, or it cannot be written.</exception>
    public static Hdf5File Open(string path) => Open(path, H5F.ACC_RDWR);

    /// <summary>Opens a file to read.</summary>
    /// <exception cref="Hdf5Exception">There is none, it is not HDF5, or it is cut short.</exception>
    public static Hdf5File OpenRead(string path) => Open(path, H5F.ACC_RDONLY);

    /// <summary>Hands everything written so far to the operating system.</summary>
    /// <exception cref="Hdf5Exception">It does not fit on the disk, or the disk fails.</exception>
    public void Flush()
    {
        using var scope = Library.Enter();
        Library.Check(H5F.flush(Handle, H5F.scope_t.GLOBAL), FilePath);
    }

    internal static void KeepOrderNotTime(Handle creation, string subject)
    {
        Library.Check(H5P.set_obj_track_times(creation, 0), subject);
        // netCDF lists variables in the order of their making, and needs it to change a file.
        Library.Check(
            H5P.set_link_creation_order(creation, H5P.CRT_ORDER_TRACKED | H5P.CRT_ORDER_INDEXED), subject);
    }

    private protected override void Closing()
    {
        try
        {
            Flush();
        }
        finally
        {
            Handle.Dispose();
        }
    }

    private static Hdf5File Open(string path, uint mode)
    {
        if (!File.Exists(path))
        {
            throw new Hdf5Exception($"{path}: there is no such file.");
        }

        using var scope = Library.Enter();
        using var access = Access(path);
        return new Hdf5File(new Handle(H5F.open(path, mode, access), H5F.close, path), path);
    }

    private static Handle Access(string path)
    {
        var access = new Handle(H5P.create(H5P.FILE_ACCESS), H5P.close, path);
        Library.Check(H5P.set_libver_bounds(access, H5F.libver_t.V18, H5F.libver_t.V18), path);
        // Datasets that are still open must not keep the file open behind our back.
        Library.Check(H5P.set_fclose_degree(access, H5F.close_degree_t.STRONG), path);
        return access;
    }
}
