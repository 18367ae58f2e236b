using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>The losses in use.</summary>
public static class Losses
{
    /// <summary>Mean over the batch of ‖prediction - target‖ / ‖target‖: a mean of ratios.</summary>
    public static Tensor RelativeL2(Tensor prediction, Tensor target) => RelativeErrors(prediction, target).mean();

    /// <summary>Mean of all squared differences.</summary>
    public static Tensor MeanSquare(Tensor prediction, Tensor target)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        return prediction.sub(target).square().mean();
    }

    /// <summary>‖prediction - target‖ / ‖target‖ of each sample, shape [batch].</summary>
    public static Tensor RelativeErrors(Tensor prediction, Tensor target)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentNullException.ThrowIfNull(target);
        return Norms(prediction.sub(target)) / Norms(target);
    }

    private static Tensor Norms(Tensor each) => each.reshape(each.shape[0], -1).square().sum(1).sqrt();
}
