using System.ComponentModel;
using System.Diagnostics;

namespace Sci.Cases.Figures;

/// <summary>The program that draws.</summary>
internal static class Gnuplot
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Endings of the images that a script makes.</summary>
    public static IReadOnlyList<string> Endings { get; } = ["svg", "png", "pdf"];

    /// <summary>A script that draws a figure in every form; it can be run by hand beside its data.</summary>
    public static string Script(Figure figure)
    {
        var (width, height) = figure.Size;
        return $$"""
            # {{figure.Caption}}
            # Drawn by: gnuplot {{figure.Name}}.gp
            set encoding utf8
            data = '{{figure.Name}}.dat'
            do for [ending in "svg png pdf"] {
              reset
              if (ending eq 'svg') { set terminal svg size {{width * 4 / 3}},{{height * 4 / 3}} font 'sans-serif,12' background '#ffffff' }
              if (ending eq 'png') { set terminal pngcairo size {{width * 2}},{{height * 2}} font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 }
              if (ending eq 'pdf') { set terminal pdfcairo size {{PlotText.Number(width / 72.0)}},{{PlotText.Number(height / 72.0)}} font 'DejaVu Sans,9' }
              set output '{{figure.Name}}.'.ending
            {{figure.Commands()}}
              unset output
            }

            """;
    }

    /// <summary>Runs a script in its folder.</summary>
    /// <returns>Nothing, or a sentence on why nothing was drawn.</returns>
    public static string? Run(string program, string script)
    {
        var start = new ProcessStartInfo(program, [Path.GetFileName(script)])
        {
            WorkingDirectory = Path.GetDirectoryName(script),
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var complaint = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                return $"gnuplot took more than {Patience.TotalSeconds} s for {script} and was stopped.";
            }

            return process.ExitCode == 0 ? null : $"gnuplot could not draw {script}: {OneLine(complaint.Result)}";
        }
        catch (Win32Exception)
        {
            return $"{program} is not on this machine, so figures are left as scripts and data; "
                + "install it with: sudo apt-get install -y gnuplot-nox";
        }
    }

    private static string OneLine(string text) =>
        string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
