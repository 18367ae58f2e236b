using System.Diagnostics;
using Sci.Testing;

namespace Sci.Packages.Tests;

/// <summary>
/// The packages as <c>dotnet pack</c> makes them, beside a copy of the examples that sees nothing else.
/// </summary>
public sealed class Feed : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>Packs what is built.</summary>
    public Feed()
    {
        // What other packages need has been restored; packages of ours from elsewhere must not be found there.
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Directory.CreateDirectory(folder["restored"]);
        foreach (var package in new DirectoryInfo(cache).EnumerateDirectories().Where(
            package => !package.Name.StartsWith("sci.", StringComparison.Ordinal)))
        {
            Directory.CreateSymbolicLink(Path.Combine(folder["restored"], package.Name), package.FullName);
        }

        var examples = Path.Combine(Repository.Root, "examples");
        string[] copied =
            ["discover.cs", "script.fsx", "Embedding/Embedding.csproj", "Embedding/Program.cs", "Embedding/Nudging.cs"];
        Directory.CreateDirectory(folder["examples/Embedding"]);
        foreach (var file in copied)
        {
            File.Copy(Path.Combine(examples, file), this[file]);
        }

        Packed("Sci.sln", "feed");
    }

    /// <summary>Folder of the packages.</summary>
    public string Packages => folder["feed"];

    /// <summary>Full path of a copied example's file.</summary>
    public string this[string name] => folder[Path.Combine("examples", name)];

    /// <summary>
    /// Packs what is built of a project or solution into a folder, and returns the folder's full path.
    /// </summary>
    public string Packed(string project, string place)
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        Dotnet("pack", Path.Combine(Repository.Root, project), "--no-build", "-c", configuration, "-o", folder[place]);
        return folder[place];
    }

    /// <summary>Runs <c>dotnet</c> among the examples, to its end and offline.</summary>
    /// <returns>What it wrote to its output.</returns>
    public string Dotnet(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = this[""],
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["RestoreSources"] = Packages;
        start.Environment["RestoreFallbackFolders"] = folder["restored"];
        start.Environment["NUGET_PACKAGES"] = folder["packages"];
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        // No server of the compiler or of MSBuild stays behind and holds the test's output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{output}\n{error.Result}");
        return output;
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();
}
