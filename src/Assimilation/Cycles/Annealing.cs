using System.Numerics.Tensors;
using Sci.Assimilation.Algebra;
using Sci.Numerics;

namespace Sci.Assimilation;

/// <summary>
/// The same observations several times, each time with their error variance multiplied by the number of times.
/// </summary>
/// <remarks>
/// Emerick and Reynolds (2013), doi:10.1016/j.cageo.2012.03.011; exact in the linear case if no step is skipped.
/// </remarks>
public sealed record Annealing : IWindowStep
{
    double IWindowStep.Move(WindowFit fit, States ensemble, int iterations)
    {
        using var prior = fit.Observe(ensemble);
        using var outer = Matrix.Rent(fit.Members, fit.Members);
        double n1 = fit.Members - 1;
        Dense.OuterGram(1 / (n1 * iterations), prior.Y, outer);
        using var spectrum = Spectrum.Of(outer);
        var pull = new double[fit.Members];
        for (var m = 0; m < pull.Length; m++)
        {
            pull[m] = TensorPrimitives.Dot<double>(prior.Y[m], prior.Innovation) / (n1 * iterations);
        }

        var coefficients = spectrum.Project(pull);
        var images = new double[fit.Members];
        for (var k = 0; k < images.Length; k++)
        {
            var curvature = 1 + Math.Max(0, spectrum.Values[k]);
            coefficients[k] /= curvature;
            images[k] = 1 / Math.Sqrt(curvature);
        }

        // The step in the anomalies of now is a step in those of the start through the transform so far.
        spectrum.Combine(coefficients, pull);
        fit.Step.AsSpan().Clear();
        for (var m = 0; m < pull.Length; m++)
        {
            TensorPrimitives.MultiplyAdd(fit.Transform[m], pull[m], fit.Step, fit.Step);
        }

        var size = fit.Accept();
        using var square = Matrix.Rent(fit.Members, fit.Members);
        using var old = Matrix.Rent(fit.Members, fit.Members);
        fit.Transform.Values.CopyTo(old.Values);
        spectrum.Compose(images, square);
        Dense.Product(square, old, fit.Transform);
        return size;
    }
}
