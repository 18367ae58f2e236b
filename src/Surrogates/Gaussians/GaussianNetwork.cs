using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>Features that are sums of movable Gaussians of the coordinates, and a small tanh network on them.</summary>
/// <remarks>
/// φ_d(z) = Σᵢ f_di exp(-½ Σ_k (s_ik (z_k - μ_ik))²); centres, inverse widths and amplitudes are all trained. Reads
/// plain
/// coordinates and carries derivatives up to order 2. Kang et al. (2025), arXiv:2412.05994. Parameters: for each
/// Gaussian
/// its centre and then its inverse widths, the amplitudes [features, Gaussians], the network.
/// </remarks>
public sealed class GaussianNetwork : JetNetwork
{
    private readonly Box box;
    private readonly double deviation;
    private readonly TanhNetwork head;

    /// <summary>
    /// <paramref name="gaussians"/> Gaussians of width <paramref name="deviation"/> scattered over a box.
    /// </summary>
    public GaussianNetwork(Box box, int gaussians, double deviation, int features, int hidden)
    {
        ArgumentNullException.ThrowIfNull(box);
        (this.box, this.deviation) = (box, deviation);
        (Gaussians, Features) = (gaussians, features);
        head = new TanhNetwork(features, hidden, 1, 1);
    }

    /// <summary>Number of Gaussians.</summary>
    public int Gaussians { get; }

    /// <summary>Number of sums of them.</summary>
    public int Features { get; }

    /// <inheritdoc/>
    public override int Inputs => box.Dimension;

    /// <inheritdoc/>
    public override int Outputs => 1;

    /// <inheritdoc/>
    public override int ParameterCount => (Gaussians * ((2 * Inputs) + Features)) + head.ParameterCount;

    /// <inheritdoc/>
    /// <remarks>Centres uniform over the box, amplitudes normal of variance 1/Gaussians.</remarks>
    public override void Initialise(Span<double> parameters, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var centres = box.Uniform(Gaussians, random["centres"]);
        for (var i = 0; i < Gaussians; i++)
        {
            centres.AsSpan(i * Inputs, Inputs).CopyTo(parameters[(2 * i * Inputs)..]);
            parameters.Slice(((2 * i) + 1) * Inputs, Inputs).Fill(1 / deviation);
        }

        var amplitudes = parameters.Slice(2 * Gaussians * Inputs, Features * Gaussians);
        random["amplitudes"].Normals(amplitudes);
        foreach (ref var amplitude in amplitudes)
        {
            amplitude /= Math.Sqrt(Gaussians);
        }

        head.Initialise(parameters[(Gaussians * ((2 * Inputs) + Features))..], random["head"]);
    }

    internal override NetworkKernel<T> Kernel<T>(JetLayout layout)
    {
        if (layout.Orders.Any(order => order > 2))
        {
            throw new ArgumentException(
                "Gaussians carry derivatives up to order 2; use a tanh network for higher ones.", nameof(layout));
        }

        if (layout.Sum is not null)
        {
            throw new ArgumentException(
                "Gaussians carry each derivative by itself; use a tanh network for a sum.", nameof(layout));
        }

        return JetBlock.IsWide
            ? new GaussianKernel<T, Lanes512<T>>(Gaussians, Features, layout, head.Kernel<T>(layout))
            : new GaussianKernel<T, Lanes256<T>>(Gaussians, Features, layout, head.Kernel<T>(layout));
    }
}
