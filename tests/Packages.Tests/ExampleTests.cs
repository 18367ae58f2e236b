using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Sci.Packages.Tests;

/// <summary>The packages, and programs that know nothing of this tree but them.</summary>
public sealed class ExampleTests(Feed feed) : IClassFixture<Feed>
{
    [Theory]
    [InlineData("Numerics", "libfftw3-double3")]
    [InlineData("Hdf5", "libhdf5-103-1")]
    [InlineData("Torch", "libtorch-dev")]
    [InlineData("Solvers", "libfftw3-double3")]
    [InlineData("Assimilation", "libopenblas0-pthread")]
    [InlineData("Discovery", "libopenblas0-pthread")]
    [InlineData("Surrogates", "libtorch-dev")]
    public void A_package_has_documentation_icon_licence_readme_and_symbols(string library, string native)
    {
        using var package = ZipFile.OpenRead(Directory.GetFiles(feed.Packages, $"Sci.{library}.*.nupkg").Single());
        using var symbols = ZipFile.OpenRead(Directory.GetFiles(feed.Packages, $"Sci.{library}.*.snupkg").Single());
        var nuspec = Text(package, $"Sci.{library}.nuspec");

        Assert.NotNull(package.GetEntry($"lib/net10.0/Sci.{library}.dll"));
        Assert.NotNull(package.GetEntry($"lib/net10.0/Sci.{library}.xml"));
        Assert.NotNull(package.GetEntry("icon.png"));
        Assert.NotNull(symbols.GetEntry($"lib/net10.0/Sci.{library}.pdb"));
        Assert.Contains("<license type=\"expression\">MIT</license>", nuspec, StringComparison.Ordinal);
        Assert.Contains("<icon>icon.png</icon>", nuspec, StringComparison.Ordinal);
        Assert.DoesNotMatch("<description>Package Description", nuspec);
        Assert.Contains("apt-get install -y", Text(package, "README.md"), StringComparison.Ordinal);
        Assert.Contains(native, Text(package, "README.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nupkg")]
    [InlineData("snupkg")]
    public void Packing_again_gives_the_same_bytes(string ending)
    {
        var again = feed.Packed("src/Hdf5/Hdf5.csproj", "again");

        var first = Directory.GetFiles(feed.Packages, $"Sci.Hdf5.*.{ending}").Single();
        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(Path.Combine(again, Path.GetFileName(first))));
    }

    [Fact]
    public void A_program_with_its_own_filter_finds_what_its_model_lacks()
    {
        Assert.InRange(File.ReadLines(feed["Embedding/Program.cs"]).Count(), 1, 30);

        Found(@"missing: -\((?<weight>[\d.]+) ± [\d.]+\) u_xx\n", 1, feed.Dotnet("run", "--project", "Embedding"));
    }

    [Fact]
    public void A_single_file_finds_an_equation_in_noisy_data() => Found(
        @"found: u_t = -\((?<weight>[\d.]+) ± [\d.]+\) \(u\^2\)_x \+ \([\d.]+ ± [\d.]+\) u_xx - \([\d.]+ ± [\d.]+\) u_xxx\n",
        0.5, feed.Dotnet("run", "--file", "discover.cs"));

    [Fact]
    public void A_script_in_FSharp_finds_what_its_model_lacks() =>
        Found(@"missing: -\((?<weight>[\d.]+) ± [\d.]+\) u_xxxx\n", 1, feed.Dotnet("fsi", "script.fsx"));

    // One interval of the filter, or the noise, moves a coefficient by less than 2 %.
    private static void Found(string pattern, double weight, string said)
    {
        Assert.Matches(pattern, said);
        var found = double.Parse(Regex.Match(said, pattern).Groups["weight"].Value, CultureInfo.InvariantCulture);
        Assert.Equal(weight, found, tolerance: 0.02 * weight);
    }

    private static string Text(ZipArchive archive, string name)
    {
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
