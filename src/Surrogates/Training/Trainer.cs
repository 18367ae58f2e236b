using Sci.Numerics;
using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>
/// Trains a network by mini-batches, an epoch at a time; what it has become so far can be saved and gone on from.
/// </summary>
/// <remarks>
/// The order of samples in an epoch comes from the seed and the epoch's number alone, so that a run that was saved,
/// read back and continued ends at the same bits as one that was not (on the CPU, with the same number of threads).
/// </remarks>
public sealed class Trainer : IDisposable
{
    private readonly nn.Module<Tensor, Tensor> network;
    private readonly Samples training;
    private readonly Samples? validation;
    private readonly Loss loss;
    private readonly TrainingPlan plan;
    private readonly optim.Optimizer optimizer;
    private readonly List<EpochReport> curve = [];
    private byte[]? best;
    private double bestError = double.PositiveInfinity;

    /// <summary>A training that has not begun.</summary>
    /// <param name="network">What is trained, in place.</param>
    /// <param name="training">What it learns from.</param>
    /// <param name="validation">What tells how good it is, by the mean relative 2-norm of the error, or
    /// nothing.</param>
    /// <param name="loss">What is made small.</param>
    /// <param name="plan">How.</param>
    public Trainer(
        nn.Module<Tensor, Tensor> network, Samples training, Samples? validation, Loss loss, TrainingPlan plan)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Patience is not null && validation is null)
        {
            throw new ArgumentException("Stopping early needs samples for validation.", nameof(validation));
        }

        (this.network, this.training, this.validation, this.loss, this.plan) =
            (network, training, validation, loss, plan);
        optimizer = optim.AdamW(network.parameters(), plan.LearningRate, weight_decay: plan.WeightDecay);
    }

    /// <summary>The epochs so far.</summary>
    public IReadOnlyList<EpochReport> Curve => curve;

    /// <summary>Whether there is nothing left to do.</summary>
    public bool IsDone => curve.Count >= plan.Epochs || HasStalled;

    private bool HasStalled => plan.Patience is { } patience && curve.Count > 0
        && curve.Count - curve.Where(epoch => epoch.Validation <= bestError).Select(epoch => epoch.Epoch).DefaultIfEmpty(0).Max() >= patience;

    private int StepsPerEpoch => (training.Count + plan.BatchSize - 1) / plan.BatchSize;

    /// <summary>One epoch, and a validation where one is due.</summary>
    /// <exception cref="TrainingException">The loss is no longer finite.</exception>
    public EpochReport Epoch(CancellationToken cancel = default)
    {
        var (order, sum, rate) = (Order(), 0.0, 0.0);
        var random = new RandomSource(plan.Seed)["symmetries"][curve.Count];
        network.train();
        for (var step = 0; step < StepsPerEpoch; step++)
        {
            cancel.ThrowIfCancellationRequested();
            rate = plan.LearningRate * plan.Schedule.Factor(
                (curve.Count + ((double)step / StepsPerEpoch)) / plan.Epochs);
            var size = Math.Min(plan.BatchSize, order.Length - (step * plan.BatchSize));
            sum += Step(order.AsSpan(step * plan.BatchSize, size), rate, random);
            if (!double.IsFinite(sum))
            {
                throw new TrainingException(
                    $"The loss is no longer finite in epoch {curve.Count + 1}; take a learning rate below "
                    + $"{plan.LearningRate:g3}, or clip the gradients.");
            }
        }

        var isDue =
            validation is not null && ((curve.Count + 1) % plan.ValidateEvery == 0 || curve.Count + 1 == plan.Epochs);
        var report = new EpochReport(curve.Count
            + 1, sum / StepsPerEpoch, isDue ? Evaluation.Errors(network, validation!).Average() : double.NaN, rate);
        curve.Add(report);
        KeepBest(report);
        return report;
    }

    /// <summary>
    /// Puts the network at its best where training ends early by <see cref="TrainingPlan.Patience"/>.
    /// </summary>
    public void Finish()
    {
        network.eval();
        if (plan.Patience is not null && best is not null)
        {
            _ = network.load(new MemoryStream(best));
        }
    }

    /// <summary>Everything that the rest of the training depends on.</summary>
    public byte[] Save()
    {
        using var stream = new MemoryStream();
        _ = network.save(stream);
        using var writer = new BinaryWriter(stream);
        optimizer.save_state_dict(writer);
        writer.Write(bestError);
        writer.Write(best?.Length ?? 0);
        writer.Write(best ?? []);
        writer.Write(curve.Count);
        foreach (var epoch in curve)
        {
            writer.Write(epoch.Loss);
            writer.Write(epoch.Validation);
            writer.Write(epoch.Rate);
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Goes on from where <see cref="Save"/> was called, in a trainer of the same network and plan.</summary>
    public void Restore(byte[] saved)
    {
        using var stream = new MemoryStream(saved);
        _ = network.load(stream);
        using var reader = new BinaryReader(stream);
        optimizer.load_state_dict(reader);
        bestError = reader.ReadDouble();
        var length = reader.ReadInt32();
        best = length == 0 ? null : reader.ReadBytes(length);
        curve.Clear();
        var epochs = reader.ReadInt32();
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            curve.Add(new EpochReport(epoch, reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble()));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => optimizer.Dispose();

    private int[] Order()
    {
        int[] order = [.. Enumerable.Range(0, training.Count)];
        new RandomSource(plan.Seed)["epochs"][curve.Count].Shuffle<int>(order);
        return order;
    }

    private double Step(ReadOnlySpan<int> numbers, double rate, RandomSource random)
    {
        using var scope = NewDisposeScope();
        foreach (var group in optimizer.ParamGroups)
        {
            group.LearningRate = rate;
        }

        var batch = plan.Symmetries?.Take(training, numbers, random) ?? training.Take(
            tensor(Array.ConvertAll(numbers.ToArray(), number => (long)number), device: training.Inputs.device));
        optimizer.zero_grad();
        var value = loss(network.call(batch.Inputs), batch.Targets);
        value.backward();
        if (plan.Clip is { } most)
        {
            _ = nn.utils.clip_grad_norm_(network.parameters(), most);
        }

        _ = optimizer.step();
        return value.ToDouble();
    }

    private void KeepBest(EpochReport report)
    {
        if (plan.Patience is null || !(report.Validation < bestError))
        {
            return;
        }

        bestError = report.Validation;
        using var stream = new MemoryStream();
        _ = network.save(stream);
        best = stream.ToArray();
    }
}
