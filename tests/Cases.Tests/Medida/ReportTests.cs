using System.Text.RegularExpressions;
using Sci.Testing;

namespace Sci.Cases.Tests.Medida;

/// <summary>The text report of small experiments of cases/ks.</summary>
/// <remarks>What it shows is rounded to digits that no order of summation and no machine's vectors change.</remarks>
public sealed partial class ReportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Noise_free() => Snapshot.Verify(ReportOf("KS-2"));

    [Fact]
    public void Authors() => Snapshot.Verify(ReportOf("authors-KS-2"));

    [Fact]
    public void Authors_with_a_filter() => Snapshot.Verify(ReportOf("authors-enkf-KS-2"));

    [Fact]
    public void Honest_noise() => Snapshot.Verify(ReportOf("honest-KS-2"));

    // Forecasts far beyond a Lyapunov time depend on the last bit, and so on the machine. Figures are drawn only where
    // gnuplot is; what they show is tested elsewhere.
    private string ReportOf(string experiment)
    {
        _ = Small.Run(experiment, folder.FullName, null, "verification=null");
        return Figures().Replace(File.ReadAllText(folder[$"{experiment}/report.md"]), "");
    }

    [GeneratedRegex(@"\n(!\[.*\]\(.*\)|\*[^*].*\*( Not drawn: .*)?|> .*gnuplot.*)\n")]
    private static partial Regex Figures();
}
