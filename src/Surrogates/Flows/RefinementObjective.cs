using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>½ η² of the residual over the unknowns of a layer, its gradient by libtorch.</summary>
/// <param name="residual">The residual.</param>
/// <param name="start">Modes of the network's prediction [times, waves, 2].</param>
/// <param name="map">What unknowns change, [waves, 2·times, 2·unknowns], real parts before imaginary ones.</param>
/// <param name="back">From residuals to scaled unknowns, [waves, 2·unknowns, 2·times]; nothing without scales.</param>
/// <param name="smoothness">s of the norm.</param>
/// <param name="evaluated">Hears the norm at every evaluation.</param>
internal sealed class RefinementObjective(
    FlowResidual residual, Tensor start, Tensor map, Tensor? back, double smoothness, Action<double>? evaluated)
    : IRefinedLayer
{
    /// <summary>Modes of the network's prediction.</summary>
    public Tensor Start => start;

    /// <inheritdoc/>
    public int Count => (int)(map.shape[0] * map.shape[2]);

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        using var scope = NewDisposeScope();
        var unknowns = tensor(parameters.ToArray(), [map.shape[0], map.shape[2], 1], float64, requires_grad: true);
        var eta = residual.Norm(residual.Of(At(unknowns)), smoothness);
        var half = eta.square() / 2;
        half.backward();
        unknowns.grad!.data<double>().CopyTo(gradient);
        evaluated?.Invoke(eta.ToDouble());
        return half.ToDouble();
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Unknowns are not scaled.</exception>
    public void Correction(ReadOnlySpan<double> unknowns, Span<double> correction)
    {
        var toUnknowns = back ?? throw new InvalidOperationException("Weights as they are have no linear steps.");
        using var recording = no_grad();
        using var scope = NewDisposeScope();
        var r = residual.Of(At(tensor(unknowns.ToArray(), [map.shape[0], map.shape[2], 1], float64)));
        evaluated?.Invoke(residual.Norm(r, smoothness).ToDouble());
        toUnknowns.bmm(r.permute(1, 2, 0).reshape(map.shape[0], -1, 1)).data<double>().CopyTo(correction);
    }

    /// <summary>Modes for the given unknowns [waves, 2·unknowns, 1].</summary>
    public Tensor At(Tensor unknowns)
    {
        var change = map.bmm(unknowns).view(map.shape[0], 2, -1);
        return start + change.permute(2, 0, 1);
    }
}
