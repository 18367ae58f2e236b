namespace Sci.Surrogates;

/// <summary>Gaussians on a block of points, with first and second derivatives, and what is trained in them.</summary>
/// <remarks>With a = s (z - μ) in each coordinate: E = exp(-½Σa²), ∂E = -a s E, ∂²E = (a² - 1) s² E.</remarks>
internal sealed unsafe class GaussianKernel<T, TLanes>(
    int gaussians, int features, JetLayout layout, NetworkKernel<T> head) : NetworkKernel<T>
    where T : unmanaged
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    private readonly int[] orders = [.. layout.Orders];
    private readonly int step = JetProducts<T, TLanes>.Registers * TLanes.Count;
    private readonly int row = layout.Channels * JetProducts<T, TLanes>.Registers * TLanes.Count;

    // The Gaussians, their adjoints, the features and their adjoints, the head's.
    public override int Scratch => (2 * (gaussians + features) * row) + head.Scratch;

    private int Centres => 2 * gaussians * orders.Length;

    private int Amplitudes => features * gaussians;

    public override void Forward(T* parameters, T* inputs, T* outputs, T* scratch)
    {
        for (var i = 0; i < gaussians; i++)
        {
            for (var at = 0; at < step; at += TLanes.Count)
            {
                Gaussian(parameters + (2 * i * orders.Length), inputs + at, scratch + (i * row) + at);
            }
        }

        var sums = scratch + (2 * gaussians * row);
        JetProducts<T, TLanes>.Multiply(
            sums, scratch, parameters + Centres, gaussians, 1, features, gaussians, layout.Channels, null);
        head.Forward(parameters + Centres + Amplitudes, sums, outputs, sums + (2 * features * row));
    }

    public override void Backward(T* parameters, T* inputs, T* outputAdjoint, T* gradient, T* scratch, T* inputAdjoint)
    {
        var sums = scratch + (2 * gaussians * row);
        var sumAdjoint = sums + (features * row);
        var adjoint = scratch + (gaussians * row);
        var below = Centres + Amplitudes;
        head.Backward(parameters + below, sums, outputAdjoint, gradient + (below * TLanes.Count), sums
            + (2 * features * row), sumAdjoint);
        JetProducts<T, TLanes>.Accumulate(
            gradient + (Centres * TLanes.Count), sumAdjoint, scratch, features, gaussians, layout.Channels);
        JetProducts<T, TLanes>.Multiply(
            adjoint, sumAdjoint, parameters + Centres, 1, gaussians, gaussians, features, layout.Channels, null);
        for (var i = 0; i < gaussians; i++)
        {
            var at = 2 * i * orders.Length;
            for (var p = 0; p < step; p += TLanes.Count)
            {
                Adjoint(parameters + at, inputs + p, scratch + (i * row) + p, adjoint + (i * row) + p, gradient
                    + (at * TLanes.Count));
            }
        }
    }

    private void Gaussian(T* centre, T* input, T* output)
    {
        var widths = centre + orders.Length;
        var exponent = default(TLanes);
        for (var k = 0; k < orders.Length; k++)
        {
            var a = Scaled(centre, widths, input, k);
            exponent = TLanes.MultiplyAdd(a * TLanes.Constant(-0.5), a, exponent);
        }

        var e = LaneFunctions<TLanes, T>.Exp(exponent);
        e.Store(output);
        for (var k = 0; k < orders.Length; k++)
        {
            var (a, s) = (Scaled(centre, widths, input, k), TLanes.Broadcast(widths[k]));
            if (orders[k] > 0)
            {
                (TLanes.Constant(-1) * a * s * e).Store(output + step);
            }

            if (orders[k] > 1)
            {
                (((a * a) - TLanes.Constant(1)) * s * s * e).Store(output + (2 * step));
            }

            output += orders[k] * step;
        }
    }

    private void Adjoint(T* centre, T* input, T* values, T* adjoint, T* gradient)
    {
        var widths = centre + orders.Length;
        var e = TLanes.Load(values);
        var q = TLanes.Load(adjoint);
        var g = adjoint;
        for (var k = 0; k < orders.Length; k++)
        {
            var (a, s) = (Scaled(centre, widths, input, k), TLanes.Broadcast(widths[k]));
            q -= First(g, k) * a * s;
            q += Second(g, k) * ((a * a) - TLanes.Constant(1)) * s * s;
            g += orders[k] * step;
        }

        g = adjoint;
        for (var k = 0; k < orders.Length; k++)
        {
            var (a, s) = (Scaled(centre, widths, input, k), TLanes.Broadcast(widths[k]));
            var (first, second) = (First(g, k), TLanes.Constant(2) * Second(g, k) * s);
            var slope = e * ((second * a * s) - (first * s) - (a * q)); // ∂L/∂a
            var width = e * ((second * ((a * a) - TLanes.Constant(1))) - (first * a)); // ∂L/∂s at fixed a
            Add(gradient + (k * TLanes.Count), default(TLanes) - (s * slope));
            var distance = TLanes.Load(input + (k * row)) - TLanes.Broadcast(centre[k]);
            Add(gradient + ((orders.Length + k) * TLanes.Count), (distance * slope) + width);
            g += orders[k] * step;
        }
    }

    private TLanes Scaled(T* centre, T* widths, T* input, int k) =>
        (TLanes.Load(input + (k * row)) - TLanes.Broadcast(centre[k])) * TLanes.Broadcast(widths[k]);

    private TLanes First(T* adjoint, int k) => orders[k] > 0 ? TLanes.Load(adjoint + step) : default;

    private TLanes Second(T* adjoint, int k) => orders[k] > 1 ? TLanes.Load(adjoint + (2 * step)) : default;

    private static void Add(T* to, TLanes value) => (TLanes.Load(to) + value).Store(to);
}
