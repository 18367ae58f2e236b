using System.Numerics;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>x Φ(x), exact to single precision, with its derivative from the same exponential.</summary>
/// <remarks>
/// Hendrycks and Gimpel (2016), arXiv:1606.08415. The complementary error function by Abramowitz and Stegun, 7.1.26:
/// at most 1.5·10⁻⁷ off, which is the rounding of single precision.
/// </remarks>
internal sealed class Gelu : autograd.SingleTensorFunction<Gelu>
{
    private static readonly float[] Coefficients =
        [0.254829592f, -0.284496736f, 1.421413741f, -1.453152027f, 1.061405429f];

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
        var xs = MemoryMarshal.Cast<float, Vector<float>>(x);
        var ys = MemoryMarshal.Cast<float, Vector<float>>(y);
        var slopes = MemoryMarshal.Cast<float, Vector<float>>(slope);
        for (var i = 0; i < xs.Length; i++)
        {
            (ys[i], slopes[i]) = At(xs[i]);
        }

        for (var i = xs.Length * Vector<float>.Count; i < x.Length; i++)
        {
            var (value, derivative) = At(new Vector<float>(x[i]));
            (y[i], slope[i]) = (value[0], derivative[0]);
        }
    }

    private static (Vector<float> Value, Vector<float> Slope) At(Vector<float> x)
    {
        var z = Vector.Abs(x) * 0.70710678f;
        var t = Vector<float>.One / (Vector<float>.One + (0.3275911f * z));
        var exponential = Exponential(-z * z);
        var series = new Vector<float>(Coefficients[4]);
        series = (series * t) + new Vector<float>(Coefficients[3]);
        series = (series * t) + new Vector<float>(Coefficients[2]);
        series = (series * t) + new Vector<float>(Coefficients[1]);
        series = (series * t) + new Vector<float>(Coefficients[0]);
        var tail = 0.5f * series * t * exponential;
        var cdf = Vector.ConditionalSelect(Vector.LessThan(x, Vector<float>.Zero), tail, Vector<float>.One - tail);
        return (x * cdf, cdf + (x * exponential * 0.39894228f));
    }

    // 2ⁿ · 2ᶠ with |f| ≤ ½, the second by its series to the sixth power: 10⁻⁷ off. Arguments are not positive.
    private static Vector<float> Exponential(Vector<float> x)
    {
        const float ToBinary = 1.44269504f;
        var scaled = Vector.Max(x * ToBinary, new Vector<float>(-126));
        var n = Vector.Floor(scaled + new Vector<float>(0.5f));
        var f = (scaled - n) * 0.69314718f;
        var series = (f * (1 / 720f)) + new Vector<float>(1 / 120f);
        series = (series * f) + new Vector<float>(1 / 24f);
        series = (series * f) + new Vector<float>(1 / 6f);
        series = (series * f) + new Vector<float>(0.5f);
        series = (series * f) + Vector<float>.One;
        series = (series * f) + Vector<float>.One;
        return series * Vector.AsVectorSingle((Vector.ConvertToInt32(n) + new Vector<int>(127)) << 23);
    }

    private static Span<float> Values(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);
}
