using Sci.Assimilation;
using Sci.Numerics;
using Sci.Surrogates;
using static TorchSharp.torch;

namespace Sci.Cases;

/// <summary>A network of the position for each snapshot, single precision, on one thread.</summary>
internal sealed record PositionNetworks(PositionNetworkInterpolation Settings, ulong Seed) : IInterpolant
{
    public States Interpolate(Sensors sensors, States readings)
    {
        set_num_threads(1);
        var points = sensors.Grid.Points;
        var fields = new States(readings.Count, 2 * points);
        for (var row = 0; row < readings.Count; row++)
        {
            using var scope = NewDisposeScope();
            var network = Trained(sensors, readings[row].ToArray());
            using var recording = no_grad();
            var made = network.call(Positions(sensors.Grid, [.. Enumerable.Range(0, points)]))
                .t().contiguous().to(float64).data<double>();
            made.ToArray().CopyTo(fields[row]);
        }

        return fields;
    }

    private PositionNetwork Trained(Sensors sensors, double[] readings)
    {
        manual_seed((long)Seed);
        var network = new PositionNetwork(
            new PositionNetworkSettings(Settings.Layers, Settings.Width, 2, Settings.Waves, Settings.Frequency));
        var targets = tensor(readings, [2, sensors.Points.Count], float32).t().contiguous();
        var size = targets.square().mean().ToDouble();
        using var trainer = new Trainer(
            network,
            new Samples(Positions(sensors.Grid, sensors.Points), targets),
            null,
            (prediction, target) => Losses.MeanSquare(prediction, target) / size,
            new TrainingPlan
            {
                Epochs = Settings.Epochs,
                BatchSize = Settings.BatchSize,
                LearningRate = Settings.LearningRate,
                Schedule = new OneCycle(0.05),
                Seed = Seed,
            });
        while (!trainer.IsDone)
        {
            _ = trainer.Epoch();
        }

        return network;
    }

    // The box scaled to [-π, π]², x first.
    private static Tensor Positions(Solvers.Grid grid, IReadOnlyList<int> points)
    {
        var (rows, columns) = (grid.Axes[0].Points, grid.Axes[1].Points);
        double[] positions = [.. points.SelectMany(point => new[]
        {
            (2 * Math.PI * (point % columns) / columns) - Math.PI,
            (2 * Math.PI * (point / columns) / rows) - Math.PI,
        })];
        return tensor(positions, [points.Count, 2], float32);
    }
}
