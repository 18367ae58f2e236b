using System.Globalization;

namespace TorchSharp;

/// <summary>Tensors: the part of TorchSharp's API that Sci uses, under its names, over libtorch.</summary>
public static partial class torch
{
    /// <summary>What the elements of a tensor are; libtorch's numbers.</summary>
    public enum ScalarType : sbyte
    {
        Byte = 0,
        Int8 = 1,
        Int16 = 2,
        Int32 = 3,
        Int64 = 4,
        Float16 = 5,
        Float32 = 6,
        Float64 = 7,
        ComplexFloat32 = 9,
        ComplexFloat64 = 10,
        Bool = 11,
        BFloat16 = 15,
    }

    public static ScalarType int32 => ScalarType.Int32;

    public static ScalarType int64 => ScalarType.Int64;

    public static ScalarType float32 => ScalarType.Float32;

    public static ScalarType float64 => ScalarType.Float64;

    public static ScalarType bfloat16 => ScalarType.BFloat16;

    public static ScalarType complex64 => ScalarType.ComplexFloat32;

    public static ScalarType complex128 => ScalarType.ComplexFloat64;

    public static ScalarType @bool => ScalarType.Bool;

    public static Device CPU { get; } = new(DeviceType.CPU);

    public static Device CUDA { get; } = new(DeviceType.CUDA, 0);

    public static Device device(string description) => new(description);

    /// <summary>A device and its number: <c>cpu</c>, <c>cuda:0</c>.</summary>
    public class Device
    {
        public Device(DeviceType type, int index = -1)
        {
            this.type = type;
            this.index = index;
        }

        /// <exception cref="ArgumentException">The text names no device.</exception>
        public Device(string description)
        {
            ArgumentNullException.ThrowIfNull(description);
            var parts = description.Split(':');
            if (!Enum.TryParse<DeviceType>(parts[0], ignoreCase: true, out var parsed))
            {
                throw new ArgumentException(
                    $"There is no device {description}; cpu and cuda:0 are two.", nameof(description));
            }

            type = parsed;
            index = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : -1;
        }

        public DeviceType type { get; }

        public int index { get; }

        public override string ToString()
        {
            var name = Enum.GetName(type)!.ToLowerInvariant();
            return index < 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}:{index}");
        }
    }
}
