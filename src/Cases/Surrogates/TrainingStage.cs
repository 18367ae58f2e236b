using System.Runtime.InteropServices;
using Sci.Cases.Files;
using Sci.Surrogates;
using static TorchSharp.torch;

namespace Sci.Cases;

/// <summary>Stage 2: trains one network, and goes on with a training that was cut.</summary>
internal static class TrainingStage
{
    public static TrainedNetwork Run(
        SurrogateSettings settings, SurrogateData data, int seed, Checkpoint checkpoint, Action<EpochReport> progress,
        CancellationToken cancel)
    {
        var learning = settings.Training;
        using var training = Pairs(settings, data.Runs, settings.Data.Snapshots);
        using var tests = Pairs(
            settings, SurrogateData.Thinned(data.Tests, settings.Data.EveryPoint), settings.Data.TestSnapshots);
        var network = Network(settings, training, seed);
        using var trainer = new Trainer(
            network, training, tests, Loss(learning.Loss), learning.Plan(settings.Seed + (ulong)seed));
        if (checkpoint.TryRead(file => file.Read<int>("training"), out var saved))
        {
            trainer.Restore(MemoryMarshal.AsBytes<int>(saved).ToArray());
        }

        while (!trainer.IsDone)
        {
            progress(trainer.Epoch(cancel));
            if (checkpoint.IsDue && !trainer.IsDone)
            {
                // Whole words, which is what these files hold; what is beyond the end is never read.
                var bytes = trainer.Save();
                Array.Resize(ref bytes, (bytes.Length + sizeof(int) - 1) / sizeof(int) * sizeof(int));
                checkpoint.Save(file => file.Write<int>(
                    "training", MemoryMarshal.Cast<byte, int>(bytes), [bytes.Length / sizeof(int)]));
            }
        }

        trainer.Finish();
        return new TrainedNetwork(network, trainer.Curve);
    }

    /// <summary>A network that has learnt nothing yet.</summary>
    public static nn.Module<Tensor, Tensor> Network(SurrogateSettings settings, Samples training, int seed)
    {
        manual_seed((long)(settings.Seed + (ulong)seed));
        var network = settings.Network.Build(training);
        return settings.Training.DoublePrecision ? TorchSharp.ModuleExtensionMethods.to(network, float64) : network;
    }

    /// <summary>Snapshots and their successors in the precision of the network.</summary>
    public static Samples Pairs(SurrogateSettings settings, Sci.Numerics.States rows, int snapshots) =>
        SurrogateData.Pairs(rows, snapshots, settings.Training.DoublePrecision ? float64 : float32);

    private static Loss Loss(LossName name) => name == LossName.MeanSquare ? Losses.MeanSquare : Losses.RelativeL2;
}
