using TorchSharp.Native;
using static TorchSharp.Native.Operator;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Required(One("empty.memory_format", size, dtype, Argument.None, device), requires_grad);

    public static Tensor zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Required(One("zeros", size, dtype, Argument.None, device), requires_grad);

    public static Tensor zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        zeros([size], dtype, device, requires_grad);

    public static Tensor zeros(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        zeros([rows, columns], dtype, device, requires_grad);

    public static Tensor ones(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Required(One("ones", size, dtype, Argument.None, device), requires_grad);

    public static Tensor full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Required(One("full", size, value, dtype, Argument.None, device), requires_grad);

    public static Tensor rand(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Required(One("rand", size, dtype, Argument.None, device), requires_grad);

    public static Tensor rand(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        rand([size], dtype, device, requires_grad);

    public static Tensor rand(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        rand([rows, columns], dtype, device, requires_grad);

    public static Tensor randn(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Required(One("randn", size, dtype, Argument.None, device), requires_grad);

    public static Tensor randn(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        randn([size], dtype, device, requires_grad);

    public static Tensor randn(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        randn([rows, columns], dtype, device, requires_grad);

    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null) =>
        One("arange.start_step", start, stop, step, dtype, Argument.None, device);

    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null) =>
        arange(start, stop, 1, dtype, device);

    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null) =>
        arange(0, stop, 1, dtype, device);

    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null) =>
        One("linspace", start, end, steps, dtype, Argument.None, device);

    public static Tensor eye(long rows, ScalarType? dtype = null, Device? device = null) =>
        One("eye", rows, dtype, Argument.None, device);

    public static Tensor zeros_like(Tensor input, ScalarType? dtype = null) => One("zeros_like", input, dtype);

    public static Tensor ones_like(Tensor input, ScalarType? dtype = null) => One("ones_like", input, dtype);

    public static Tensor empty_like(Tensor input, ScalarType? dtype = null) => One("empty_like", input, dtype);

    public static Tensor randn_like(Tensor input, ScalarType? dtype = null) => One("randn_like", input, dtype);

    public static Tensor tensor(float scalar, Device? device = null, bool requires_grad = false) =>
        Copy([scalar], [], null, device, requires_grad);

    public static Tensor tensor(double scalar, Device? device = null, bool requires_grad = false) =>
        Copy([scalar], [], null, device, requires_grad);

    public static Tensor tensor(long scalar, Device? device = null) =>
        Copy([scalar], [], null, device, requires_grad: false);

    public static Tensor tensor(float[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Copy(rawArray, [rawArray.Length], dtype, device, requires_grad);

    public static Tensor tensor(double[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Copy(rawArray, [rawArray.Length], dtype, device, requires_grad);

    public static Tensor tensor(long[] rawArray, ScalarType? dtype = null, Device? device = null) =>
        Copy(rawArray, [rawArray.Length], dtype, device, requires_grad: false);

    public static Tensor tensor(
        float[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Copy(rawArray, dimensions, dtype, device, requires_grad);

    public static Tensor tensor(
        double[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Copy(rawArray, dimensions, dtype, device, requires_grad);

    internal static Tensor Copy<T>(
        T[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype, Device? device, bool requires_grad)
        where T : unmanaged
    {
        var type = Enum.GetValues<ScalarType>().First(each => Tensor.ManagedType(each) == typeof(T));
        var elements = 1L;
        foreach (var size in dimensions)
        {
            elements *= size;
        }

        if (elements != rawArray.Length)
        {
            throw new ArgumentException(
                $"A tensor of shape [{string.Join(", ", dimensions.ToArray())}] has {elements} elements, not {rawArray.Length}.", nameof(dimensions));
        }

        nint made;
        unsafe
        {
            fixed (T* data = rawArray)
            fixed (long* sizes = dimensions)
            {
                Shim.Check(Shim.CopyOf(data, sizes, dimensions.Length, (int)type, out made));
            }
        }

        var tensor = new Tensor(made);
        if ((dtype ?? type) != type || device is not null)
        {
            using var here = tensor;
            tensor = One("to.dtype_layout", here, dtype ?? type, Argument.None, device ?? CPU);
        }

        return Required(tensor, requires_grad);
    }

    private static Tensor Required(Tensor tensor, bool requires_grad) =>
        requires_grad ? tensor.requires_grad_() : tensor;
}
