using System.Diagnostics;
using System.Globalization;
using Sci.Cases.Reports;
using Sci.Hdf5;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>Interpolants side by side on the first snapshot.</summary>
/// <param name="Names">What they are called.</param>
/// <param name="Errors">Relative errors of ψ₁ and ψ₂ at the points without sensor, and of their Laplacians at all
/// points, shape [interpolants, 4].</param>
/// <param name="Spectra">Mean over y of |ψ̂₁| at each number of waves along x, the truth's first, then those of the
/// interpolants' errors, shape [1 + interpolants, waves].</param>
public sealed record ComparedInterpolants(IReadOnlyList<string> Names, States Errors, States Spectra)
{
    internal static ComparedInterpolants Of(
        JetSettings settings, JetTruth truth, JetObserved observed, Action<string> note, CancellationToken cancel)
    {
        var methods = settings.Compared!;
        var exact = JetFlow.ToStreams(truth.Starts.Slice(0, 1));
        var readings = observed.Starts.Slice(0, 1);
        var (errors, spectra) = (new States(methods.Count, 4), new States(methods.Count + 1, Waves()));
        Spectrum(exact[0][..JetFlow.Points], spectra[0]);
        for (var i = 0; i < methods.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var before = Cpu();
            var made = JetInterpolation.Of(methods[i].With, settings.Observations.Noise, observed)
                .Interpolate(observed.Sensors, readings);
            note(string.Create(CultureInfo.InvariantCulture,
                $"{methods[i].Name}: {Cpu() - before:0.00} s of processor time"));
            JetResult.InterpolationErrors(observed.Sensors, exact, made).CopyTo(errors[i]);
            double[] wrong = [.. Enumerable.Range(0, JetFlow.Points).Select(p => made[0][p] - exact[0][p])];
            Spectrum(wrong, spectra[i + 1]);
        }

        return new ComparedInterpolants([.. methods.Select(method => method.Name)], errors, spectra);
    }

    internal ReportTable Table() => new(
        ["interpolant", "ψ₁", "ψ₂", "∇²ψ₁", "∇²ψ₂"],
        [.. Names.Select((name, i) => (IReadOnlyList<string>)[name, .. Errors[i].ToArray()
            .Select(error => error.ToString("0.0e-0", CultureInfo.InvariantCulture))])]);

    internal static void Write(Hdf5Container file, ComparedInterpolants compared)
    {
        file.WriteStrings("names", [.. compared.Names]);
        file.Write<double>("error", compared.Errors.Values, [compared.Errors.Count, 4]);
        file.Write<double>("spectrum", compared.Spectra.Values, [compared.Spectra.Count, compared.Spectra.Size]);
    }

    internal static ComparedInterpolants Read(Hdf5Container file) =>
        new(file.ReadStrings("names"), FieldFile.ReadRows(file, "error"), FieldFile.ReadRows(file, "spectrum"));

    private static int Waves() => (JetFlow.Grid.Axes[1].Points / 2) + 1;

    private static void Spectrum(ReadOnlySpan<double> field, Span<double> amplitudes)
    {
        var (rows, columns) = (JetFlow.Grid.Axes[0].Points, JetFlow.Grid.Axes[1].Points);
        var fft = RealFft.Of(columns);
        var modes = new System.Numerics.Complex[fft.Modes];
        for (var row = 0; row < rows; row++)
        {
            fft.Forward(field.Slice(row * columns, columns), modes);
            for (var mode = 0; mode < modes.Length; mode++)
            {
                amplitudes[mode] += modes[mode].Magnitude / columns / rows;
            }
        }
    }

    private static double Cpu() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
}
