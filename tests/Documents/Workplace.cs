using System.Diagnostics;
using Sci.Testing;

namespace Sci.Documents;

/// <summary>
/// A new user's copy of the documents, cases and examples of the repository, in a folder that goes at the end.
/// </summary>
/// <remarks>
/// The reader's own shell runs what the documents tell. <c>dotnet run --</c> starts the program that was built with the
/// tests; every other use of dotnet works in the source tree.
/// </remarks>
internal sealed class Workplace : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TemporaryFolder programs = new();

    public Workplace()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Root, "*", SearchOption.TopDirectoryOnly)
            .Concat(new[] { "docs", "cases", "examples" }.SelectMany(Sources)))
        {
            var copy = folder[Path.GetRelativePath(Repository.Root, file)];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var dotnet = programs["dotnet"];
        var sci = Path.Combine(AppContext.BaseDirectory, "sci");
        File.WriteAllText(dotnet, $"""
            #!/bin/sh
            if [ "$1" = run ] && [ "$2" = -- ]; then shift 2; exec '{sci}' "$@"; fi
            cd '{Repository.Root}' && exec '{Environment.ProcessPath}' "$@"

            """);
        _ = SystemProgram.Run("chmod", "+x", dotnet);
    }

    /// <summary>The folder in which the commands run.</summary>
    public string Folder => folder.FullName;

    /// <summary>Writes a file, in a folder that may yet have to be made.</summary>
    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[file])!);
        File.WriteAllText(folder[file], text);
    }

    /// <summary>Runs a block of commands to its end, as typed, and stops at the first that fails.</summary>
    /// <returns>The exit code, what was printed as the result, and all else that was said.</returns>
    public (int Code, string Printed, string Said) Run(string commands)
    {
        var start = new ProcessStartInfo("bash", ["-ec", commands])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{programs.FullName}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["SCI_SOURCE"] = Repository.Root;
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, printed, said.Result);
    }

    public void Dispose()
    {
        folder.Dispose();
        programs.Dispose();
    }

    // What runs and builds left is not the reader's.
    private static IEnumerable<string> Sources(string name) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, name), "*", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(Repository.Root, file).Split('/')
            .Any(part => part is "out" or "bin" or "obj"));
}
