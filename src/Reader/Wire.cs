using System.Runtime.InteropServices;

namespace Sci.Reader;

/// <summary>What goes through the pipes between the two processes.</summary>
internal static class Wire
{
    public static void Write(this BinaryWriter to, Request request)
    {
        to.Write(request.Folder);
        to.Write(request.File);
        to.Write(request.Dataset);
        to.Write(request.First);
        to.Write(request.Values);
        to.Flush();
    }

    /// <exception cref="EndOfStreamException">The other process has ended.</exception>
    public static Request ReadRequest(this BinaryReader from) =>
        new(from.ReadString(), from.ReadString(), from.ReadString(), from.ReadInt64(), from.ReadInt64());

    public static void Write(this BinaryWriter to, IReadOnlyList<StoredDataset> contents)
    {
        to.Write(contents.Count);
        foreach (var each in contents)
        {
            to.Write(each.Path);
            to.Write(each.Kind);
            to.Write(MemoryMarshal.AsBytes<long>([.. each.Shape]), each.Shape.Count);
            to.Write(each.Units);
            to.Write(each.LongName);
            to.Write(each.IsScale);
            to.Write(MemoryMarshal.AsBytes<double>([.. each.Missing]), each.Missing.Count);
        }
    }

    public static StoredDataset[] ReadContents(this BinaryReader from)
    {
        var contents = new StoredDataset[from.ReadInt32()];
        foreach (ref var each in contents.AsSpan())
        {
            each = new StoredDataset(
                from.ReadString(), from.ReadString(), from.ReadArray<long>(), from.ReadString(), from.ReadString(),
                from.ReadBoolean(), from.ReadArray<double>());
        }

        return contents;
    }

    public static void Write(this BinaryWriter to, double[] values) =>
        to.Write(MemoryMarshal.AsBytes<double>(values), values.Length);

    public static T[] ReadArray<T>(this BinaryReader from)
        where T : unmanaged
    {
        var values = new T[from.ReadInt32()];
        var rest = values.AsSpan();
        while (!rest.IsEmpty)
        {
            var part = rest[..int.Min(rest.Length, 1 << 20)]; // a span of bytes cannot hold more than 2 GiB
            from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(part));
            rest = rest[part.Length..];
        }

        return values;
    }

    private static void Write(this BinaryWriter to, ReadOnlySpan<byte> bytes, int count)
    {
        to.Write(count);
        to.Write(bytes);
    }
}
