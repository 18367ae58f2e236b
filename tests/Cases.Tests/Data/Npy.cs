using System.Text;

namespace Sci.Cases.Tests.Data;

/// <summary>Writes .npy files as NumPy does.</summary>
internal static class Npy
{
    public static void Write(string path, int[] shape, double[] values) =>
        Write(path, "<f8", false, $"({string.Join(", ", shape)}{(shape.Length == 1 ? "," : "")})", [.. values.SelectMany(BitConverter.GetBytes)]);

    public static void Write(string path, string type, bool fortran, string shape, byte[] values)
    {
        var header = $"{{'descr': '{type}', 'fortran_order': {(fortran ? "True" : "False")}, 'shape': {shape}, }}";
        header = header.PadRight(((header.Length + 10 + 64) / 64 * 64) - 11) + "\n";
        byte[] start = [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, (byte)(header.Length >> 8)];
        File.WriteAllBytes(path, [.. start, .. Encoding.ASCII.GetBytes(header), .. values]);
    }
}
