using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>An argument of an operator: a value, or an object that is laid out when the operator is called.</summary>
internal readonly struct Argument
{
    public readonly ValueKind Kind;
    public readonly long Bits;
    public readonly object? Object;

    private Argument(ValueKind kind, long bits, object? value = null)
    {
        Kind = kind;
        Bits = bits;
        Object = value;
    }

    /// <summary>No value, where the operator takes one or none.</summary>
    public static Argument None => new(ValueKind.None, 0);

    /// <summary>The default of the operator's schema.</summary>
    public static Argument Default => new(ValueKind.Default, 0);

    /// <summary>Eightfold words that the list takes in the scratch of a call.</summary>
    public int Words => Object switch
    {
        long[] integers => integers.Length,
        double[] doubles => doubles.Length,
        IReadOnlyList<Tensor?> tensors => tensors.Count,
        string text => (System.Text.Encoding.UTF8.GetByteCount(text) / 8) + 1,
        _ => 0,
    };

    public static implicit operator Argument(Tensor? tensor) =>
        tensor is null ? None : new(ValueKind.Tensor, 0, tensor);

    public static implicit operator Argument(long value) => new(ValueKind.Integer, value);

    public static implicit operator Argument(double value) =>
        new(ValueKind.Double, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Argument(bool value) => new(ValueKind.Boolean, value ? 1 : 0);

    public static implicit operator Argument(long? value) => value is { } given ? given : None;

    public static implicit operator Argument(double? value) => value is { } given ? given : None;

    public static implicit operator Argument(long[]? values) =>
        values is null ? None : new(ValueKind.Integers, 0, values);

    public static implicit operator Argument(double[]? values) =>
        values is null ? None : new(ValueKind.Doubles, 0, values);

    public static implicit operator Argument(Tensor?[] values) => new(ValueKind.Tensors, 0, values);

    public static implicit operator Argument(string? text) => text is null ? None : new(ValueKind.Text, 0, text);

    public static implicit operator Argument(ScalarType type) => (long)type;

    public static implicit operator Argument(ScalarType? type) => type is { } given ? (long)given : None;

    public static implicit operator Argument(Device? device) =>
        device is null ? None : new(ValueKind.Device, 0, device.ToString());

    public static implicit operator Argument(Scalar? value) => value is null ? None : value.Argument;
}
