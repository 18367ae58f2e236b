using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Sci.Cases.Data;

/// <summary>The one array of a .npy file.</summary>
/// <remarks>NumPy Enhancement Proposal 1: magic, version, the length of a header, the header, the values.</remarks>
internal sealed partial class NpySource : DataSource
{
    private const int LargestFile = 1 << 30;

    private readonly DataArray array;

    private NpySource(DataArray array) => this.array = array;

    public override IReadOnlyList<string> Names => [array.Name];

    /// <exception cref="DataException">The file is cut short, or holds something other than real numbers.</exception>
    public static NpySource From(string path)
    {
        if (new FileInfo(path).Length > LargestFile)
        {
            throw new DataException("it is larger than 1 GiB; bring it in HDF5");
        }

        var bytes = File.ReadAllBytes(path);
        if (!IsMagic(bytes))
        {
            throw new DataException("it is no .npy file: its first bytes are others");
        }

        var wide = bytes[6] > 1;
        var start = wide ? 12 : 10;
        var length = bytes.Length < start ? int.MaxValue
            : wide ? BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8)) : BinaryPrimitives.ReadUInt16LittleEndian(
                bytes.AsSpan(8));
        if (length < 0 || length > bytes.Length - start)
        {
            throw new DataException("it ends within its header");
        }

        return new NpySource(Parse(
            Encoding.UTF8.GetString(bytes, start, length), bytes.AsSpan(start + length),
            Path.GetFileNameWithoutExtension(path)));
    }

    private protected override DataArray ReadNamed(string name) => array;

    private static bool IsMagic(byte[] bytes) =>
        bytes.Length >= 10 && bytes[0] == 0x93 && bytes.AsSpan(1).StartsWith("NUMPY"u8);

    private static DataArray Parse(string header, ReadOnlySpan<byte> data, string name)
    {
        var type = Type().Match(header);
        var shape = Shape().Match(header);
        if (!type.Success || !shape.Success || !Order().IsMatch(header))
        {
            throw new DataException(
                "its header lacks descr, fortran_order or shape, or the values are no plain numbers");
        }

        int[] lengths = [.. shape.Groups[1].Value.Split(
            ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(text => int.TryParse(
                text.TrimEnd('L'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new DataException($"its shape `{shape.Groups[1].Value}` is not one"))];
        var count = lengths.Aggregate(1.0, (product, each) => product * each);
        var size = type.Groups["size"].Value[0] - '0';
        if (count * size != data.Length)
        {
            throw new DataException(
                $"it holds {data.Length} bytes of values, where its shape [{string.Join(", ", lengths)}] needs {count * size}");
        }

        var values = new double[(int)count];
        var isBig = type.Groups["order"].Value == ">";
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Value(data.Slice(i * size, size), type.Groups["kind"].Value[0], isBig);
        }

        return new DataArray(
            name, lengths, Order().Match(header).Groups[1].Value == "True" ? Turned(values, lengths) : values, "");
    }

    private static double Value(ReadOnlySpan<byte> bytes, char kind, bool isBig)
    {
        Span<byte> little = stackalloc byte[bytes.Length];
        bytes.CopyTo(little);
        if (isBig)
        {
            little.Reverse();
        }

        return (kind, little.Length) switch
        {
            ('f', 8) => BinaryPrimitives.ReadDoubleLittleEndian(little),
            ('f', 4) => BinaryPrimitives.ReadSingleLittleEndian(little),
            ('f', 2) => (double)BinaryPrimitives.ReadHalfLittleEndian(little),
            ('i', 8) => BinaryPrimitives.ReadInt64LittleEndian(little),
            ('i', 4) => BinaryPrimitives.ReadInt32LittleEndian(little),
            ('i', 2) => BinaryPrimitives.ReadInt16LittleEndian(little),
            ('i', 1) => (sbyte)little[0],
            ('u', 4) => BinaryPrimitives.ReadUInt32LittleEndian(little),
            ('u', 2) => BinaryPrimitives.ReadUInt16LittleEndian(little),
            ('u', 1) => little[0],
            _ => throw new DataException($"its values are of the type {kind}{little.Length}; write doubles"),
        };
    }

    // Fortran's order has the first index run fastest.
    private static double[] Turned(double[] values, int[] shape)
    {
        var strides = new int[shape.Length];
        var stride = 1;
        for (var d = 0; d < shape.Length; d++)
        {
            strides[d] = stride;
            stride *= shape[d];
        }

        var turned = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var (rest, at) = (i, 0);
            for (var d = shape.Length - 1; d >= 0; d--)
            {
                (rest, var index) = Math.DivRem(rest, shape[d]);
                at += index * strides[d];
            }

            turned[i] = values[at];
        }

        return turned;
    }

    [GeneratedRegex("""'descr':\s*'(?<order>[<>|=])(?<kind>[fiu])(?<size>[1248])'""")]
    private static partial Regex Type();

    [GeneratedRegex("""'fortran_order':\s*(True|False)""")]
    private static partial Regex Order();

    [GeneratedRegex("""'shape':\s*\(([0-9L, ]*)\)""")]
    private static partial Regex Shape();
}
