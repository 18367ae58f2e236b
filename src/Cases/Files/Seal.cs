using System.Security.Cryptography;
using System.Text;

namespace Sci.Cases.Files;

/// <summary>A last line behind the HDF5 bytes of a stage file: their SHA-256. HDF5 and its tools ignore it.</summary>
/// <remarks>It shows a file that was cut short, changed or made elsewhere before HDF5 reads a byte of it.</remarks>
internal static class Seal
{
    private const string Mark = "\nsci-sha256 ";
    private const int Length = 77; // the mark, 64 digits and a line end

    /// <summary>Seals a file and brings it to the disk.</summary>
    public static void Close(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var digest = Convert.ToHexStringLower(SHA256.HashData(stream));
        stream.Write(Encoding.ASCII.GetBytes($"{Mark}{digest}\n"));
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Whether the file is exactly as it was sealed.</summary>
    public static bool IsIntact(string path)
    {
        using var stream = File.OpenRead(path);
        if (stream.Length < Length)
        {
            return false;
        }

        var digest = DigestOf(stream, stream.Length - Length);
        var line = new byte[Length];
        stream.ReadExactly(line);
        return line.AsSpan().SequenceEqual(Encoding.ASCII.GetBytes($"{Mark}{digest}\n"));
    }

    private static string DigestOf(Stream stream, long length)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 20];
        while (length > 0)
        {
            var count = stream.Read(buffer, 0, (int)long.Min(buffer.Length, length));
            if (count == 0)
            {
                throw new EndOfStreamException();
            }

            hash.AppendData(buffer, 0, count);
            length -= count;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
