using static TorchSharp.torch;

namespace Sci.Surrogates.Tests;

// One after the other: libtorch has one generator of random numbers for all.
[Collection("libtorch")]
public sealed class OtherOperatorTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_U_net_commutes_with_shifts_by_whole_cells_of_its_coarsest_level(int dimensions)
    {
        using var scope = NewDisposeScope();
        using var network = new ConvolutionalOperator(
            new() { Dimensions = dimensions, Inputs = 2, Outputs = 1, Width = 3, Levels = 2 });
        var u = randn(dimensions == 1 ? [2, 16, 2] : [2, 8, 16, 2]);
        Tensor Shift(Tensor v) => v.roll(4, dimensions);

        Assert.True(network.call(Shift(u)).allclose(Shift(network.call(u)), rtol: 0, atol: 1e-6));
    }

    [Fact]
    public void A_DeepONet_learns_to_differentiate_functions_of_few_modes()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var x = arange(0, 32, float32) * (2 * Math.PI / 32);
        var waves = stack([x.sin(), x.cos(), (x * 2).sin(), (x * 2).cos()]);
        var slopes = stack([x.cos(), x.sin().neg(), (x * 2).cos() * 2, (x * 2).sin() * -2]);
        var amplitudes = randn(400, 4);
        var all = new Samples(amplitudes.matmul(waves).unsqueeze(-1), amplitudes.matmul(slopes).unsqueeze(-1));
        var numbers = arange(0, 400, int64);
        using var network = new DeepOperator(
            new() { Sensors = 32, Width = 32, BranchLayers = 2, TrunkLayers = 2, Harmonics = 2 });
        using var trainer =
            new Trainer(network, all.Take(numbers[..300]), all.Take(numbers[300..]), Losses.MeanSquare, new()
        {
            Epochs = 80, BatchSize = 30, LearningRate = 5e-3, Schedule = new OneCycle(0.2), Seed = 1,
            ValidateEvery = 80,
        });
        while (!trainer.IsDone)
        {
            _ = trainer.Epoch();
        }

        // The operator is linear and its rank is 4: a network that learns nothing stays at 1.
        Assert.InRange(trainer.Curve[^1].Validation, 0, 0.05);
    }
}
