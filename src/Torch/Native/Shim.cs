using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>The functions of shim.cpp. All that return an <c>int</c> named a status do so with 0 for success.</summary>
internal static unsafe partial class Shim
{
    /// <summary>Throws what libtorch says where a call failed.</summary>
    /// <exception cref="TorchException">It failed.</exception>
    public static void Check(int status)
    {
        if (status != 0)
        {
            throw new TorchException(Marshal.PtrToStringUTF8(Error())!);
        }
    }

    [LibraryImport(Library.Name, EntryPoint = "sci_error")]
    public static partial nint Error();

    [LibraryImport(Library.Name, EntryPoint = "sci_fail", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void Fail(string reason);

    [LibraryImport(Library.Name, EntryPoint = "sci_version")]
    public static partial nint Version();

    [LibraryImport(Library.Name, EntryPoint = "sci_op_find", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int FindOperator(string name, string overload, out nint found);

    [LibraryImport(Library.Name, EntryPoint = "sci_op_call")]
    public static partial int CallOperator(
        nint found, Value* arguments, int count, out Value* results, out int produced);

    [LibraryImport(Library.Name, EntryPoint = "sci_tensor_free")]
    public static partial void FreeTensor(nint tensor);

    [LibraryImport(Library.Name, EntryPoint = "sci_tensor_share")]
    public static partial nint Share(nint tensor);

    [LibraryImport(Library.Name, EntryPoint = "sci_tensor_copy_of")]
    public static partial int CopyOf(void* data, long* sizes, int count, int type, out nint tensor);

    [LibraryImport(Library.Name, EntryPoint = "sci_tensor_data")]
    public static partial int Data(nint tensor, out void* data);

    [LibraryImport(Library.Name, EntryPoint = "sci_tensor_properties")]
    public static partial int Properties(nint tensor, long* properties);

    [LibraryImport(Library.Name, EntryPoint = "sci_tensor_dimensions")]
    public static partial int Dimensions(nint tensor);

    [LibraryImport(Library.Name, EntryPoint = "sci_tensor_shape")]
    public static partial int Shape(nint tensor, long* sizes, long* strides);

    [LibraryImport(Library.Name, EntryPoint = "sci_tensor_require_grad")]
    public static partial int RequireGrad(nint tensor, int required);

    [LibraryImport(Library.Name, EntryPoint = "sci_tensor_grad")]
    public static partial int Grad(nint tensor, out nint gradient);

    [LibraryImport(Library.Name, EntryPoint = "sci_tensor_set_grad")]
    public static partial int SetGrad(nint tensor, nint gradient);

    [LibraryImport(Library.Name, EntryPoint = "sci_grad_enabled")]
    public static partial int EnableGrad(int enabled);

    [LibraryImport(Library.Name, EntryPoint = "sci_grad_is_enabled")]
    public static partial int IsGradEnabled();

    [LibraryImport(Library.Name, EntryPoint = "sci_backward")]
    public static partial int Backward(
        nint* of, nint* seeds, int count, nint* inputs, int inputCount, int retain, int create);

    [LibraryImport(Library.Name, EntryPoint = "sci_gradients")]
    public static partial int Gradients(
        nint* of, nint* seeds, int count, nint* inputs, int inputCount, int retain, int create, int allowUnused,
        nint* gradients);

    [LibraryImport(Library.Name, EntryPoint = "sci_wants_gradient")]
    public static partial int WantsGradient(nint* inputs, int count);

    [LibraryImport(Library.Name, EntryPoint = "sci_attach")]
    public static partial int Attach(
        nint* inputs,
        int inputCount,
        nint* outputs,
        int outputCount,
        long id,
        delegate* unmanaged<long, nint*, int, nint*, int, int> backward,
        delegate* unmanaged<long, void> release);

    [LibraryImport(Library.Name, EntryPoint = "sci_seed")]
    public static partial int Seed(ulong seed);

    [LibraryImport(Library.Name, EntryPoint = "sci_random_state")]
    public static partial int RandomState(out nint state);

    [LibraryImport(Library.Name, EntryPoint = "sci_set_random_state")]
    public static partial int SetRandomState(nint state);

    [LibraryImport(Library.Name, EntryPoint = "sci_threads")]
    public static partial int Threads();

    [LibraryImport(Library.Name, EntryPoint = "sci_set_threads")]
    public static partial int SetThreads(int threads);

    [LibraryImport(Library.Name, EntryPoint = "sci_cuda_devices")]
    public static partial int CudaDevices();

    [LibraryImport(Library.Name, EntryPoint = "sci_cuda_synchronise")]
    public static partial int CudaSynchronise();
}
