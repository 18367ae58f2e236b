using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>How good a network is.</summary>
public static class Evaluation
{
    // As many samples at once as keep the memory of a pass small.
    private const int Batch = 50;

    /// <summary>‖prediction - target‖ / ‖target‖ of each sample.</summary>
    public static double[] Errors(nn.Module<Tensor, Tensor> network, Samples samples)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(samples);
        using var recording = no_grad();
        var errors = new List<double>();
        for (var first = 0; first < samples.Count; first += Batch)
        {
            using var scope = NewDisposeScope();
            var count = Math.Min(Batch, samples.Count - first);
            var prediction = network.call(samples.Inputs.narrow(0, first, count));
            errors.AddRange(
                Losses.RelativeErrors(prediction, samples.Targets.narrow(0, first, count)).to(float64).data<double>());
        }

        return [.. errors];
    }
}
