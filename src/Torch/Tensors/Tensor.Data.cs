using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements in place, row after row; changing them changes the tensor.</summary>
        /// <exception cref="InvalidOperationException">The tensor is not contiguous, not on the CPU or of another
        /// type.</exception>
        public unsafe Utils.TensorAccessor<T> data<T>()
            where T : unmanaged => new(this);

        public unsafe Span<byte> bytes => new(Address(), checked((int)(NumberOfElements * ElementSize)));

        /// <summary>The one element of a tensor of one element, wherever it lies.</summary>
        public T item<T>()
            where T : unmanaged
        {
            if (NumberOfElements != 1)
            {
                throw new InvalidOperationException($"item wants one element; this tensor has {NumberOfElements}.");
            }

            using var there = Operator.One("to.dtype_layout", this, dtype, Argument.None, CPU);
            return there.Values<T>()[0];
        }

        public double ToDouble()
        {
            using var there = to(ScalarType.Float64);
            return there.item<double>();
        }

        public float ToSingle() => (float)ToDouble();

        internal unsafe Span<T> Values<T>()
            where T : unmanaged
        {
            if (typeof(T) != ManagedType(dtype))
            {
                throw new InvalidOperationException($"The tensor holds {dtype}, not {typeof(T).Name}.");
            }

            return new Span<T>(Address(), checked((int)NumberOfElements));
        }

        internal static Type ManagedType(ScalarType type) => type switch
        {
            ScalarType.Byte => typeof(byte),
            ScalarType.Int8 => typeof(sbyte),
            ScalarType.Int16 => typeof(short),
            ScalarType.Int32 => typeof(int),
            ScalarType.Int64 => typeof(long),
            ScalarType.Float16 => typeof(Half),
            ScalarType.Float32 => typeof(float),
            ScalarType.Float64 => typeof(double),
            ScalarType.ComplexFloat32 => typeof((float, float)),
            ScalarType.ComplexFloat64 => typeof(System.Numerics.Complex),
            ScalarType.Bool => typeof(bool),
            _ => typeof(ushort),
        };

        private unsafe void* Address()
        {
            if (!is_contiguous() || device_type != DeviceType.CPU)
            {
                throw new InvalidOperationException(
                    $"The elements of {this} do not lie one after the other on the "
                    + "CPU; call cpu() and contiguous() first.");
            }

            Shim.Check(Shim.Data(Pointer, out var data));
            return data;
        }
    }
}
