using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Sci.Cases.Files;
using Sci.Surrogates;
using static TorchSharp.torch;

namespace Sci.Cases;

/// <summary>Trains one network, and goes on with a training that was cut.</summary>
/// <param name="learning">How.</param>
/// <param name="seed">Of the network's start and of the order of its samples.</param>
/// <param name="training">What it learns from.</param>
/// <param name="tests">What tells how good it is; it decides nothing.</param>
/// <param name="build">A network for the samples to learn from, its parameters random.</param>
internal sealed class TrainingStage(
    LearningSettings learning, ulong seed, Func<Samples> training, Func<Samples> tests,
    Func<Samples, nn.Module<Tensor, Tensor>> build)
{
    /// <summary>By what samples are moved, where it is not the symmetries of a line.</summary>
    public ISymmetries? Symmetries { get; init; }

    /// <summary>Reads a network from its file where that fits, else trains it.</summary>
    public TrainedNetwork Of<T>(ExperimentRun<T> run, RunStages<T> stages, string name, Fingerprint print)
        where T : class => stages.Of(
            name, name[2..], print,
            file =>
            {
                using var samples = training();
                return SurrogateFiles.ReadNetwork(file, Network(samples));
            },
            (checkpoint, progress) =>
            {
                var (watch, first) = (Stopwatch.StartNew(), 0);
                return Train(checkpoint, epoch =>
                {
                    first = first == 0 ? epoch.Epoch : first;
                    progress((double)epoch.Epoch / learning.Epochs);
                    Note(run.Progress, name, epoch, watch.Elapsed / (epoch.Epoch - first + 1));
                }, run.Cancel);
            },
            SurrogateFiles.WriteNetwork,
            each => $"{each.Parameters} parameters, loss {Text(each.Curve[^1].Loss)}, error {Text(each.Curve[^1].Validation)}");

    private TrainedNetwork Train(Checkpoint checkpoint, Action<EpochReport> progress, CancellationToken cancel)
    {
        using var samples = training();
        using var held = tests();
        var network = Network(samples);
        using var trainer = new Trainer(
            network, samples, held, learning.Loss == LossName.MeanSquare ? Losses.MeanSquare : Losses.RelativeL2,
            Plan());
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

    private TrainingPlan Plan()
    {
        var plan = learning.Plan(seed);
        return plan with { Symmetries = Symmetries ?? plan.Symmetries };
    }

    private nn.Module<Tensor, Tensor> Network(Samples samples)
    {
        manual_seed((long)seed);
        var network = build(samples);
        return learning.DoublePrecision ? TorchSharp.ModuleExtensionMethods.to(network, float64) : network;
    }

    private void Note(IRunProgress progress, string name, EpochReport epoch, TimeSpan each)
    {
        if (double.IsFinite(epoch.Validation) && epoch.Epoch < learning.Epochs)
        {
            var left = each * (learning.Epochs - epoch.Epoch);
            progress.Note(
                $"{name}: epoch {epoch.Epoch}, loss {Text(epoch.Loss)}, error {Text(epoch.Validation)}, about "
                + $"{left.TotalSeconds:0} s left");
        }
    }

    private static string Text(double value) => value.ToString("g3", CultureInfo.InvariantCulture);
}
