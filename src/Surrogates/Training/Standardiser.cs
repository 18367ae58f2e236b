using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>Takes the mean away and divides by the deviation, of the samples it was made from.</summary>
/// <param name="Mean">Shape [1, …], one value for all or one a place.</param>
/// <param name="Deviation">The same shape, positive.</param>
public sealed record Standardiser(Tensor Mean, Tensor Deviation) : IDisposable
{
    /// <summary>One mean and one deviation for all values.</summary>
    public static Standardiser Overall(Tensor samples) =>
        Of(samples, [.. Enumerable.Range(0, (int)samples.ndim).Select(i => (long)i)]);

    /// <summary>A mean and a deviation for each place, over the samples.</summary>
    public static Standardiser Pointwise(Tensor samples) => Of(samples, [0]);

    /// <summary>Values as the network sees them.</summary>
    public Tensor Encode(Tensor values) => (values - Mean) / Deviation;

    /// <summary>Values as they were.</summary>
    public Tensor Decode(Tensor values) => (values * Deviation) + Mean;

    /// <inheritdoc/>
    public void Dispose()
    {
        Mean.Dispose();
        Deviation.Dispose();
    }

    private static Standardiser Of(Tensor samples, long[] over)
    {
        using var scope = NewDisposeScope();
        var mean = samples.mean(over, keepdim: true);
        // The floor is for places where all samples agree.
        var deviation = samples.std(over, unbiased: false, keepdim: true) + 1e-6;
        return new Standardiser(scope.Detach(mean), scope.Detach(deviation));
    }
}
