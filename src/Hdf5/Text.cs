using System.Runtime.InteropServices;
using System.Text;
using HDF.PInvoke;

namespace Sci.Hdf5;

/// <summary>
/// Strings in UTF-8: one alone has a fixed length, lists have strings of any length; every form of HDF5 is read.
/// </summary>
/// <remarks>
/// That is how netCDF tells a text from a list of texts; it misreads lists of strings of a fixed length.
/// </remarks>
internal static class Text
{
    /// <summary>Type of one text, or of the elements of a list.</summary>
    public static Handle Type(string? text, string subject)
    {
        var type = new Handle(H5T.copy(H5T.C_S1), H5T.close, subject);
        var size = text is null ? H5T.VARIABLE : Encoding.UTF8.GetByteCount(text) + 1;
        Library.Check(H5T.set_size(type, size), subject);
        Library.Check(H5T.set_cset(type, H5T.cset_t.UTF8), subject);
        return type;
    }

    /// <summary>Writes one text by a call that takes memory.</summary>
    public static unsafe void Write(string text, Func<nint, int> write, string subject)
    {
        fixed (byte* buffer = Encoding.UTF8.GetBytes(text + '\0'))
        {
            Library.Check(write((nint)buffer), subject);
        }
    }

    /// <summary>Writes a list by a call that takes memory: an array of pointers.</summary>
    public static unsafe void Write(ReadOnlySpan<string> list, Func<nint, int> write, string subject)
    {
        var pointers = new nint[list.Length];
        try
        {
            for (var i = 0; i < list.Length; i++)
            {
                pointers[i] = Marshal.StringToCoTaskMemUTF8(list[i]);
            }

            fixed (nint* buffer = pointers)
            {
                Library.Check(write((nint)buffer), subject);
            }
        }
        finally
        {
            Array.ForEach(pointers, Marshal.FreeCoTaskMem);
        }
    }

    /// <summary>
    /// Reads <paramref name="count"/> strings of <paramref name="type"/> by a call that fills memory of a given type.
    /// </summary>
    public static string[] Read(Handle type, Handle space, long count, Func<long, nint, int> read, string subject)
    {
        if (H5T.get_class(type) != H5T.class_t.STRING)
        {
            throw new Hdf5Exception($"{subject} holds {Element.Describe(type)}, not strings.");
        }

        return H5T.is_variable_str(type) > 0
            ? ReadVariable(type, space, count, read, subject)
            : ReadFixed(type, count, read, subject);
    }

    private static unsafe string[] ReadFixed(Handle type, long count, Func<long, nint, int> read, string subject)
    {
        var size = (int)H5T.get_size(type);
        var bytes = new byte[checked(size * (int)count)];
        fixed (byte* buffer = bytes)
        {
            Library.Check(read(type, (nint)buffer), subject);
        }

        var padding = H5T.get_strpad(type);
        return [.. Enumerable.Range(0, (int)count).Select(i => Decode(bytes.AsSpan(i * size, size), padding))];
    }

    private static string Decode(ReadOnlySpan<byte> bytes, H5T.str_t padding)
    {
        var end = padding == H5T.str_t.NULLTERM ? bytes.IndexOf((byte)0) : -1;
        var text = end >= 0 ? bytes[..end] : bytes.TrimEnd(padding == H5T.str_t.SPACEPAD ? (byte)' ' : (byte)0);
        return Encoding.UTF8.GetString(text);
    }

    private static unsafe string[] ReadVariable(
        Handle type, Handle space, long count, Func<long, nint, int> read, string subject)
    {
        using var memory = new Handle(H5T.copy(H5T.C_S1), H5T.close, subject);
        Library.Check(H5T.set_size(memory, H5T.VARIABLE), subject);
        Library.Check(H5T.set_cset(memory, H5T.get_cset(type)), subject);
        var pointers = new nint[count];
        fixed (nint* buffer = pointers)
        {
            Library.Check(read(memory, (nint)buffer), subject);
            string[] strings = [.. pointers.Select(pointer => Marshal.PtrToStringUTF8(pointer) ?? "")];
            _ = H5D.vlen_reclaim(memory, space, H5P.DEFAULT, (nint)buffer);
            return strings;
        }
    }
}
