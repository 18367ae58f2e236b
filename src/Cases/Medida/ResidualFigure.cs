using System.Globalization;
using Sci.Cases.Figures;

namespace Sci.Cases;

/// <summary>What the corrected model leaves unexplained, in a figure and in a sentence.</summary>
internal static class ResidualFigure
{
    // Draws of the noise alone leave χ² within four deviations of 1; what is outside a library leaves tens and
    // hundreds.
    private const double Suspicious = 5;

    /// <summary>Mean square of the whitened residual in each Fourier mode, beside 1.</summary>
    public static Curves Of(IReadOnlyList<double> spectrum)
    {
        double[] modes = [.. Enumerable.Range(0, spectrum.Count).Select(mode => (double)mode)];
        return new Curves(
            "residual",
            "What the corrected model leaves unexplained, by Fourier mode: 1 if noise is all that is left.",
            FigureAxis.Linear("Fourier mode"),
            FigureAxis.Logarithmic("residual / noise, variances"),
            [
                Series.Of("residual", modes, spectrum),
                Series.Reference("noise alone", [0, modes[^1]], [1, 1]),
            ]);
    }

    /// <summary>
    /// Says that the truth is likely outside the library, and where it shows; null where the residual is noise.
    /// </summary>
    public static string? Warning(Discovered discovered, double period)
    {
        if (discovered is not { ChiSquare: { } chiSquare, ChiSquareScore: > Suspicious and var score })
        {
            return null;
        }

        var worst = discovered.ResidualSpectrum.Index().Skip(1).MaxBy(mode => mode.Item);
        return string.Create(
            CultureInfo.InvariantCulture, $"The truth is likely outside the library: the corrected model leaves ")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"{chiSquare:0.00} times the noise's variance ({score:0} standard deviations too much), ")
            + string.Create(CultureInfo.InvariantCulture, $"most at mode {worst.Index} (wavelength {period / worst.Index:0.0}), where it is {worst.Item:0.0} times. ")
            + "Widen the library; the deviations of the terms found do not cover this.";
    }
}
