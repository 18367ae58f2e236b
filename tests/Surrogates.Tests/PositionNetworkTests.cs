using static TorchSharp.torch;

namespace Sci.Surrogates.Tests;

// One after the other: libtorch has one generator of random numbers for all.
[Collection("libtorch")]
public class PositionNetworkTests
{
    private const int Points = 256;

    [Fact]
    public void Random_waves_learn_a_short_wave_that_a_plain_network_does_not()
    {
        // Fifteen waves across the box: far above what tanh of the position bends to in so few steps.
        var (withWaves, plain) = (Error(waves: 32), Error(waves: 0));

        Assert.InRange(withWaves, 0, 0.2);
        Assert.InRange(plain, 0.8, 1.2);
    }

    private static double Error(int waves)
    {
        set_num_threads(1);
        manual_seed(1);
        using var scope = NewDisposeScope();
        var x = arange(0, Points, float32) * (2 * Math.PI / Points) - Math.PI;
        var positions = stack([x, zeros_like(x)], 1);
        using var samples = new Samples(positions, (x * 15).sin().unsqueeze(1));
        using var network = new PositionNetwork(new PositionNetworkSettings(2, 32, 1, waves, Frequency: 2));
        using var trainer = new Trainer(network, samples, null, Losses.MeanSquare, new TrainingPlan
        {
            Epochs = 600,
            BatchSize = Points,
            LearningRate = 0.005,
            Schedule = new ConstantRate(),
            Seed = 1,
        });
        while (!trainer.IsDone)
        {
            _ = trainer.Epoch();
        }

        using var recording = no_grad();
        return Math.Sqrt(2 * Losses.MeanSquare(network.call(samples.Inputs), samples.Targets).ToDouble());
    }
}
