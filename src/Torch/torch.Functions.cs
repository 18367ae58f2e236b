using System.Runtime.InteropServices;
using TorchSharp.Native;
using static TorchSharp.Native.Operator;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Version of libtorch, such as <c>1.13.0</c>.</summary>
    public static string __version__ => Marshal.PtrToStringUTF8(Shim.Version())!;

    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => One("cat", tensors.ToArray(), dim);

    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => One("stack", tensors.ToArray(), dim);

    public static Tensor matmul(Tensor input, Tensor target) => input.matmul(target);

    public static Tensor bmm(Tensor input, Tensor target) => input.bmm(target);

    public static Tensor einsum(string equation, params Tensor[] tensors) => One("einsum", equation, tensors);

    public static Tensor where(Tensor condition, Tensor x, Tensor y) => One("where.self", condition, x, y);

    public static Tensor exp(Tensor input) => input.exp();

    public static Tensor log(Tensor input) => input.log();

    public static Tensor sin(Tensor input) => input.sin();

    public static Tensor cos(Tensor input) => input.cos();

    public static Tensor tanh(Tensor input) => input.tanh();

    public static Tensor sqrt(Tensor input) => input.sqrt();

    public static Tensor square(Tensor input) => input.square();

    public static Tensor complex(Tensor real, Tensor imag) => One("complex", real, imag);

    public static Tensor view_as_real(Tensor input) => One("view_as_real", input);

    public static Tensor view_as_complex(Tensor input) => One("view_as_complex", input);

    public static void save(Tensor t, string location) => t.Save(location);

    public static Tensor load(string location) => Tensor.Load(location);

    /// <summary>Seeds every generator of libtorch.</summary>
    public static void manual_seed(long seed) => Shim.Check(Shim.Seed((ulong)seed));

    public static void set_num_threads(int num) => Shim.Check(Shim.SetThreads(num));

    public static int get_num_threads() => Shim.Threads();

    public static DisposeScope NewDisposeScope() => new();

    public static AutoGradMode no_grad() => new(false);

    public static AutoGradMode enable_grad(bool enabled = true) => new(enabled);

    /// <summary>
    /// Fourier transforms over one or two dimensions; complex results have the modes 0 … n/2 of real input.
    /// </summary>
    public static class fft
    {
        public static Tensor rfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            One("fft_rfft", input, Length(n), dim, Name(norm));

        public static Tensor irfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            One("fft_irfft", input, Length(n), dim, Name(norm));

        public static Tensor fft_(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            One("fft_fft", input, Length(n), dim, Name(norm));

        public static Tensor ifft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            One("fft_ifft", input, Length(n), dim, Name(norm));

        public static Tensor rfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            One("fft_rfft2", input, s, dim ?? [-2, -1], Name(norm));

        public static Tensor irfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            One("fft_irfft2", input, s, dim ?? [-2, -1], Name(norm));

        public static Tensor rfftfreq(long n, double d = 1.0, ScalarType? dtype = null, Device? device = null) =>
            One("fft_rfftfreq", n, d, dtype, Argument.None, device);

        private static long? Length(long n) => n < 0 ? null : n;

        private static string Name(FFTNormType norm) => norm switch
        {
            FFTNormType.Forward => "forward",
            FFTNormType.Ortho => "ortho",
            _ => "backward",
        };
    }

    /// <summary>Graphics processors of NVIDIA.</summary>
    public static class cuda
    {
        public static bool is_available() => Shim.CudaDevices() > 0;

        public static int device_count() => Shim.CudaDevices();

        public static void synchronize() => Shim.Check(Shim.CudaSynchronise());
    }

    /// <summary>The state of libtorch's generator of random numbers.</summary>
    public static class random
    {
        public static Tensor get_rng_state()
        {
            Shim.Check(Shim.RandomState(out var state));
            return new Tensor(state);
        }

        public static void set_rng_state(Tensor new_state) => Shim.Check(Shim.SetRandomState(new_state.Pointer));
    }
}
