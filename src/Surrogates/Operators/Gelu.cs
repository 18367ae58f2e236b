using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>x Φ(x), exact to single precision, with its derivative from the same exponential.</summary>
/// <remarks>
/// Hendrycks and Gimpel (2016), arXiv:1606.08415. The complementary error function by Abramowitz and Stegun, 7.1.26:
/// at most 1.5·10⁻⁷ off, which is the rounding of single precision.
/// </remarks>
internal sealed unsafe class Gelu : autograd.SingleTensorFunction<Gelu>
{
    public override string Name => nameof(Gelu);

    /// <summary>The fused form for single precision on the CPU, libtorch's elsewhere.</summary>
    public static Tensor Call(Tensor x) =>
        x.device_type == DeviceType.CPU && x.dtype == ScalarType.Float32 && x.is_contiguous()
        ? apply(x)
        : nn.functional.gelu(x);

    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var x = (Tensor)vars[0];
        var y = empty_like(x);
        using var slope = empty_like(x);
        Fill(Values(x), Values(y), Values(slope));
        ctx.save_for_backward([slope]);
        return y;
    }

    public override List<Tensor?> backward(autograd.AutogradContext ctx, Tensor grad_output) =>
        [grad_output * ctx.get_saved_variables()[0]];

    /// <summary>x Φ(x) and Φ(x) + x φ(x).</summary>
    internal static void Fill(ReadOnlySpan<float> x, Span<float> y, Span<float> slope)
    {
        if (JetBlock.IsWide)
        {
            Fill<Lanes512<float>>(x, y, slope);
        }
        else
        {
            Fill<Lanes256<float>>(x, y, slope);
        }
    }

    private static void Fill<TLanes>(ReadOnlySpan<float> x, Span<float> y, Span<float> slope)
        where TLanes : unmanaged, ILanes<TLanes, float>
    {
        var whole = x.Length - (x.Length % TLanes.Count);
        fixed (float* from = x, to = y, slopes = slope)
        {
            for (var i = 0; i < whole; i += TLanes.Count)
            {
                At<TLanes>(from + i, to + i, slopes + i);
            }
        }

        // A register for the few that are left.
        var rest = stackalloc float[3 * TLanes.Count];
        x[whole..].CopyTo(new Span<float>(rest, TLanes.Count));
        At<TLanes>(rest, rest + TLanes.Count, rest + (2 * TLanes.Count));
        new Span<float>(rest + TLanes.Count, x.Length - whole).CopyTo(y[whole..]);
        new Span<float>(rest + (2 * TLanes.Count), x.Length - whole).CopyTo(slope[whole..]);
    }

    private static void At<TLanes>(float* from, float* to, float* slope)
        where TLanes : unmanaged, ILanes<TLanes, float>
    {
        var x = TLanes.Load(from);
        var one = TLanes.Constant(1);
        var t = one / TLanes.MultiplyAdd(TLanes.Abs(x), TLanes.Constant(0.3275911 * 0.7071067811865476), one);
        var exponential = LaneFunctions<TLanes, float>.Exp(x * x * TLanes.Constant(-0.5));
        var series = TLanes.Constant(0.5 * 1.061405429);
        series = TLanes.MultiplyAdd(series, t, TLanes.Constant(0.5 * -1.453152027));
        series = TLanes.MultiplyAdd(series, t, TLanes.Constant(0.5 * 1.421413741));
        series = TLanes.MultiplyAdd(series, t, TLanes.Constant(0.5 * -0.284496736));
        series = TLanes.MultiplyAdd(series, t, TLanes.Constant(0.5 * 0.254829592));
        var tail = series * t * exponential;
        var cdf = TLanes.WhereLess(x, TLanes.Constant(0), tail, one - tail);
        (x * cdf).Store(to);
        TLanes.MultiplyAdd(x * exponential, TLanes.Constant(0.3989422804014327), cdf).Store(slope);
    }

    private static Span<float> Values(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);
}
