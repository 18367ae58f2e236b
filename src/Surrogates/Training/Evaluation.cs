using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>How good a network is.</summary>
public static class Evaluation
{
    // As many samples at once, and places in them, as keep the memory of a pass small.
    private const int MostSamples = 50;
    private const int MostPlaces = 12_800;

    /// <summary>How many samples of so many places pass through a network at once.</summary>
    public static int Batch(long places) => (int)Math.Clamp(MostPlaces / places, 1, MostSamples);

    /// <summary>‖prediction - target‖ / ‖target‖ of each sample.</summary>
    public static double[] Errors(nn.Module<Tensor, Tensor> network, Samples samples)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(samples);
        using var recording = no_grad();
        var errors = new List<double>();
        var batch = Batch(samples.Inputs.shape[1..^1].Aggregate(1L, (places, side) => places * side));
        for (var first = 0; first < samples.Count; first += batch)
        {
            using var scope = NewDisposeScope();
            var count = Math.Min(batch, samples.Count - first);
            var prediction = network.call(samples.Inputs.narrow(0, first, count));
            errors.AddRange(
                Losses.RelativeErrors(prediction, samples.Targets.narrow(0, first, count)).to(float64).data<double>());
        }

        return [.. errors];
    }
}
