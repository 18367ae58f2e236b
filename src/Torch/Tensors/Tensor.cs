using System.Runtime.CompilerServices;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// A tensor of libtorch. It lives until it is disposed of, by hand or by its scope, or collected.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        private readonly TensorHandle handle;

        internal Tensor(nint pointer)
        {
            handle = new TensorHandle(pointer);
            DisposeScope.Register(this);
        }

        /// <summary>Whether there is no tensor here: a gradient that is not defined.</summary>
        public bool IsInvalid => handle.IsInvalid || handle.IsClosed;

        public ScalarType dtype => (ScalarType)Properties()[0];

        public Device device
        {
            get
            {
                var properties = Properties();
                return new Device((DeviceType)properties[1], (int)properties[2]);
            }
        }

        public DeviceType device_type => (DeviceType)Properties()[1];

        public bool is_leaf => Properties()[4] != 0;

        /// <summary>Number of dimensions.</summary>
        public long ndim => Shim.Dimensions(Pointer);

        public long Dimensions => ndim;

        /// <summary>Number of elements.</summary>
        public long NumberOfElements => shape.Aggregate(1L, (product, size) => product * size);

        public long ElementSize => dtype switch
        {
            ScalarType.Byte or ScalarType.Int8 or ScalarType.Bool => 1,
            ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16 => 2,
            ScalarType.Int32 or ScalarType.Float32 => 4,
            ScalarType.ComplexFloat64 => 16,
            _ => 8,
        };

        public long[] shape => Layout().Sizes;

        /// <summary>Whether gradients with respect to this tensor are kept.</summary>
        public bool requires_grad
        {
            get => Properties()[3] != 0;
            set => Shim.Check(Shim.RequireGrad(Pointer, value ? 1 : 0));
        }

        /// <summary>The gradient that backward left, or null. Shares its memory with libtorch's.</summary>
        public Tensor? grad
        {
            get
            {
                Shim.Check(Shim.Grad(Pointer, out var gradient));
                return gradient == 0 ? null : new Tensor(gradient);
            }

            set => Shim.Check(Shim.SetGrad(Pointer, value?.Pointer ?? 0));
        }

        internal DisposeScope? Scope { get; set; }

        internal nint Pointer
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get
            {
                ObjectDisposedException.ThrowIf(IsInvalid, this);
                return handle.DangerousGetHandle();
            }
        }

        public bool is_contiguous() => Properties()[5] != 0;

        public long size(int dim) => shape[dim < 0 ? dim + ndim : dim];

        public long numel() => NumberOfElements;

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <summary>Takes the tensor out of every scope.</summary>
        public Tensor DetachFromDisposeScope() => Scope?.Detach(this) ?? this;

        /// <summary>Hands the tensor to the scope around its own.</summary>
        public Tensor MoveToOuterDisposeScope() => Scope?.MoveToOuter(this) ?? this;

        public void Dispose()
        {
            Scope?.Forget(this);
            Scope = null;
            handle.Dispose();
            GC.SuppressFinalize(this);
        }

        public override string ToString() =>
            IsInvalid ? "[]" : $"[{string.Join('x', shape)}], type = {dtype}, device = {device}";

        internal (long[] Sizes, long[] Strides) Layout()
        {
            var dimensions = Shim.Dimensions(Pointer);
            var (sizes, strides) = (new long[dimensions], new long[dimensions]);
            unsafe
            {
                fixed (long* n = sizes, s = strides)
                {
                    Shim.Check(Shim.Shape(Pointer, n, s));
                }
            }

            return (sizes, strides);
        }

        private unsafe PropertiesOf Properties()
        {
            var properties = default(PropertiesOf);
            Shim.Check(Shim.Properties(Pointer, (long*)&properties));
            return properties;
        }

        [InlineArray(6)]
        private struct PropertiesOf
        {
            private long first;
        }
    }
}
