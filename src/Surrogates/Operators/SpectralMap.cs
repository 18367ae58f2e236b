using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>
/// W v + b + F⁻¹ R F v for fields v of shape [points …, batch, channels]: a Fourier layer before its activation.
/// </summary>
/// <remarks>
/// Li et al. (2021), arXiv:2010.08895, equation 4. R holds a complex matrix a mode as [modes, inputs, 2·outputs], real
/// parts before imaginary ones. The gradient is written by hand: with the batch as rows, real parts over imaginary
/// ones, every step and its transpose is one product of matrices, a mode or in all.
/// </remarks>
internal sealed class SpectralMap : autograd.SingleTensorFunction<SpectralMap>
{
    public override string Name => nameof(SpectralMap);

    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var (v, r, w, b) = ((Tensor)vars[0], (Tensor)vars[1], (Tensor)vars[2], (Tensor)vars[3]);
        var spectrum = (ISpectrum)vars[4];
        using var scope = NewDisposeScope();
        var shape = v.shape;
        var (batch, inputs, outputs) = (shape[^2], shape[^1], w.shape[1]);
        var modes = spectrum.Analyse(v).view(spectrum.Modes, 2 * batch, inputs);
        var products = modes.bmm(r).view(spectrum.Modes, 2, batch, 2, outputs);
        var mixed = Mixed(products.select(1, 0), products.select(1, 1)).mul_(spectrum.Weights);
        // A constant is the mean's real part, so that b costs no pass over the fields.
        _ = mixed.select(0, spectrum.Mean).select(0, 0).add_(b);
        var z = v.view(-1, inputs).mm(w);
        spectrum.AddAdjoint(mixed, z.view(-1, batch * outputs));
        ctx.save_for_backward([v, r, w, modes]);
        ctx.save_data("spectrum", spectrum);
        return scope.MoveToOuter(z.view([.. shape[..^1], outputs]));
    }

    public override List<Tensor?> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        var (spectrum, saved) = ((ISpectrum)ctx.get_data("spectrum"), ctx.get_saved_variables());
        var (v, r, w, modes) = (saved[0], saved[1], saved[2], saved[3]);
        var g = grad_output.contiguous();
        var (batch, inputs, outputs) = (v.shape[^2], v.shape[^1], w.shape[1]);
        var flat = g.view(-1, outputs);
        var ofModes = spectrum.Analyse(g);
        var bias = ofModes.select(0, spectrum.Mean).select(0, 0).sum([0L]);
        _ = ofModes.mul_(spectrum.Weights);
        var (re, im) = (ofModes.select(1, 0), ofModes.select(1, 1));
        var paired = cat([cat([re, im], 2), cat([im, re.neg()], 2)], 1);
        var toV = flat.mm(w.t());
        var back = paired.bmm(r.transpose(1, 2)).view(spectrum.Modes, 2, batch, inputs);
        spectrum.AddAdjoint(back, toV.view(-1, batch * inputs));
        return [toV.view(v.shape), modes.transpose(1, 2).bmm(paired), v.view(-1, inputs).t().mm(flat), bias, null];
    }

    // Of products with the real rows [m, B, 2 (re, im of R), C] and with the imaginary ones.
    private static Tensor Mixed(Tensor real, Tensor imaginary) => stack(
        [real.select(2, 0) - imaginary.select(2, 1), real.select(2, 1) + imaginary.select(2, 0)], 1);
}
