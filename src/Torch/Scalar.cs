using System.Globalization;
using TorchSharp.Native;

namespace TorchSharp;

/// <summary>A number as an operator takes it: with its kind.</summary>
public sealed class Scalar
{
    internal readonly Argument Argument;
    private readonly IFormattable shown;

    private Scalar(Argument argument, IFormattable shown)
    {
        Argument = argument;
        this.shown = shown;
    }

    public static implicit operator Scalar(double value) => new(value, value);

    public static implicit operator Scalar(float value) => new((double)value, value);

    public static implicit operator Scalar(long value) => new(value, value);

    public static implicit operator Scalar(int value) => new((long)value, value);

    public override string ToString() => shown.ToString(null, CultureInfo.InvariantCulture);
}
