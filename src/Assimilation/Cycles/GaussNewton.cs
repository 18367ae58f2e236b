using System.Numerics.Tensors;
using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>Gauss-Newton steps towards the most likely start of the window.</summary>
/// <remarks>
/// Bocquet and Sakov (2014), doi:10.1002/qj.2236: with Y₀ = T⁻¹Y and ζ = N - 1, w moves by
/// (Y₀Y₀ᵀ + ζ)⁻¹ (Y₀ d - ζ w), and T = √(N-1) (Y₀Y₀ᵀ + ζ)^(-1/2).
/// </remarks>
public sealed record GaussNewton : IWindowStep
{
    /// <summary>
    /// Certainty of a finite-size prior's hyperprior (<see cref="FiniteSizePrimal"/>); null for a Gaussian prior.
    /// </summary>
    public required double? Certainty { get; init; }

    double IWindowStep.Move(WindowFit fit, States ensemble, int iterations)
    {
        using var prior = fit.Observe(ensemble);
        using var y0 = Matrix.Rent(fit.Members, prior.Y.Columns);
        Dense.Product(fit.Inverse, prior.Y, y0);
        using var outer = Matrix.Rent(fit.Members, fit.Members);
        double n1 = fit.Members - 1;
        Dense.OuterGram(1 / n1, y0, outer);
        using var spectrum = Spectrum.Of(outer);
        var zeta = Zeta(spectrum, fit.Weights);
        var gradient = new double[fit.Members];
        for (var m = 0; m < gradient.Length; m++)
        {
            gradient[m] = TensorPrimitives.Dot<double>(y0[m], prior.Innovation) - (zeta * fit.Weights[m]);
        }

        var coefficients = spectrum.Project(gradient);
        var (images, inverses) = (new double[fit.Members], new double[fit.Members]);
        for (var k = 0; k < images.Length; k++)
        {
            var curvature = (n1 * Math.Max(0, spectrum.Values[k])) + zeta;
            coefficients[k] /= curvature;
            images[k] = Math.Sqrt(n1 / curvature);
            inverses[k] = 1 / images[k];
        }

        spectrum.Combine(coefficients, fit.Step);
        var size = fit.Accept();
        spectrum.Compose(images, fit.Transform);
        spectrum.Compose(inverses, fit.Inverse);
        return size;
    }

    private double Zeta(Spectrum spectrum, double[] w)
    {
        if (Certainty is not { } certainty)
        {
            return w.Length - 1;
        }

        var hyper = HyperPrior.Of(spectrum.Values, certainty);
        return (w.Length - 1) * hyper.C / (hyper.E + TensorPrimitives.SumOfSquares<double>(w));
    }
}
