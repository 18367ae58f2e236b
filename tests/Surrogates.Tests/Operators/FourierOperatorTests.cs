using TorchSharp;
using static TorchSharp.torch;

namespace Sci.Surrogates.Tests;

// One after the other: libtorch has one generator of random numbers for all.
[Collection("libtorch")]
public sealed class FourierOperatorTests
{
    private static readonly FourierOperatorSettings Line = new()
    {
        Dimensions = 1, Inputs = 1, Outputs = 1, Width = 6, Modes = 5, Layers = 3, Projection = 7, Positions = true,
    };

    [Fact]
    public void The_network_and_its_gradient_are_those_of_the_stock_operations()
    {
        using var scope = NewDisposeScope();
        manual_seed(2);
        using var network = new FourierOperator(Line).to(float64);
        using var stock = new StockFourierOperator(6, 5, 3, 7).to(float64);
        stock.Take(network);
        var u = randn([4, 24, 1], float64, requires_grad: true);
        var seed = randn([4, 24, 1], float64);

        var (ours, theirs) = (network.call(u), stock.call(u));
        var ourGradient = autograd.grad([(ours * seed).sum()], [u])[0];
        var theirGradient = autograd.grad([(theirs * seed).sum()], [u])[0];

        Assert.True(ours.allclose(theirs, rtol: 1e-12, atol: 1e-14));
        Assert.True(ourGradient.allclose(theirGradient, rtol: 1e-11, atol: 1e-14));
        (network.call(u) * seed).sum().backward();
        (stock.call(u) * seed).sum().backward();
        using var other = new StockFourierOperator(6, 5, 3, 7).to(float64);
        // The gradients take the same way between the two layouts as the parameters do.
        using var gradients = new FourierOperator(Line).to(float64);
        foreach (var (mine, its) in gradients.parameters().Zip(network.parameters()))
        {
            using var recording = no_grad();
            _ = mine.copy_(its.grad!);
        }

        other.Take(gradients);
        Assert.All(other.parameters().Zip(stock.parameters()), pair => Assert.True(
            pair.First.allclose(pair.Second.grad!, rtol: 1e-10, atol: 1e-12)));
    }

    [Fact]
    public void Truncated_transforms_on_a_box_are_those_of_the_fast_transform()
    {
        using var scope = NewDisposeScope();
        var (rows, columns, m) = (12L, 10L, 3L);
        using var spectrum = new BoxSpectrum(rows, columns, m, float64, CPU);
        var u = randn([rows, columns, 2, 3], float64);

        var modes = spectrum.Analyse(u);

        var full = fft.rfft2(u.permute(2, 3, 0, 1)).permute(2, 3, 0, 1);
        var kept = cat([full[^3.., ..3], full[..3, ..3]]).reshape(2 * m * m, 2, 3);
        Assert.True(modes.select(1, 0).allclose(kept.real, rtol: 0, atol: 1e-12));
        Assert.True(modes.select(1, 1).allclose(kept.imag, rtol: 0, atol: 1e-12));

        var back = zeros([rows * columns, 6], float64);
        spectrum.AddAdjoint(modes * spectrum.Weights, back);
        var zeroed = zeros(full.shape, full.dtype);
        zeroed[^3.., ..3] = full[^3.., ..3];
        zeroed[..3, ..3] = full[..3, ..3];
        var expected = fft.irfft2(zeroed.permute(2, 3, 0, 1), [rows, columns]).permute(2, 3, 0, 1).reshape(
            rows * columns, 6);
        Assert.True(back.allclose(expected, rtol: 0, atol: 1e-12));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_gradient_agrees_with_central_differences(int dimensions)
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        using var network = new FourierOperator(Line with { Dimensions = dimensions, Modes = 3, Width = 3, Layers = 2, Residual = true }).to(float64);
        var u = randn(dimensions == 1 ? [2, 9, 1] : [2, 8, 9, 1], float64);
        var parameters = network.parameters().ToArray();
        Tensor Loss() => network.call(u).square().sum();
        Loss().backward();

        const double H = 1e-5;
        foreach (var parameter in parameters)
        {
            using var recording = no_grad();
            var direction = randn_like(parameter);
            var slope = (parameter.grad! * direction).sum().ToDouble();
            _ = parameter.add_(direction * H);
            var above = Loss().ToDouble();
            _ = parameter.add_(direction * (-2 * H));
            var below = Loss().ToDouble();
            _ = parameter.add_(direction * H);
            Assert.Equal((above - below) / (2 * H), slope, 1e-6 * Math.Max(1, Math.Abs(slope)));
        }
    }

    [Fact]
    public void A_finer_grid_gives_the_same_function()
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        using var network = new FourierOperator(Line with { Positions = false }).to(float64);
        Tensor Input(long points) => (arange(0, points, float64) * (2 * Math.PI / points)).sin().view(1, points, 1);

        var coarse = network.call(Input(32));
        var fine = network.call(Input(128));

        // All that differs are the modes that the activations put beyond the coarse grid's.
        Assert.True(fine[.., TensorIndex.Slice(step: 4)].allclose(coarse, rtol: 0, atol: 1e-5));
    }

    [Fact]
    public void Without_positions_the_network_commutes_with_shifts()
    {
        using var scope = NewDisposeScope();
        using var network = new FourierOperator(Line with { Positions = false }).to(float64);
        var u = randn([3, 20, 1], float64);

        Assert.True(network.call(u.roll(7, 1)).allclose(network.call(u).roll(7, 1), rtol: 0, atol: 1e-12));
    }

    [Fact]
    public void The_fused_activation_is_exact_to_single_precision_and_so_is_its_slope()
    {
        var x = Enumerable.Range(-1003, 2007).Select(i => i * 0.01f).ToArray();
        var (y, slope) = (new float[x.Length], new float[x.Length]);

        Gelu.Fill(x, y, slope);

        using var scope = NewDisposeScope();
        var at = tensor(x, float64, requires_grad: true);
        var exact = nn.functional.gelu(at);
        exact.sum().backward();
        // Half of 1.5e-7 times |x| at most, and a few roundings of values up to 10.
        Assert.True(tensor(y, float64).allclose(exact, rtol: 3e-7, atol: 4e-7));
        Assert.True(tensor(slope, float64).allclose(at.grad!, rtol: 3e-7, atol: 4e-7));
    }

    [Fact]
    public void Too_few_points_for_the_modes_are_refused()
    {
        using var network = new FourierOperator(Line);

        Assert.Contains("4 modes, not 5", Assert.Throws<ArgumentException>(() => network.call(zeros([1, 8, 1]))).Message, StringComparison.Ordinal);
    }
}
