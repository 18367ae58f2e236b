using System.Diagnostics;
using Sci.Testing;

namespace Sci.Architecture.Tests;

/// <summary>What <c>.ci/run</c> makes of what <c>dotnet test</c> prints.</summary>
public sealed class CiTests
{
    private const string Good =
        "Passed!  - Failed:     0, Passed:    84, Skipped:     0, Total:    84, Duration: 8 s - A.dll (net10.0)";
    private const string Bad =
        "Failed!  - Failed:     2, Passed:    46, Skipped:     1, Total:    49, Duration: 1 s - B.dll (net10.0)";

    [Theory]
    [InlineData(0, "84 passed, 0 failed", 0, Good)]
    [InlineData(0, "168 passed, 0 failed", 0, Good, Good)]
    [InlineData(1, "130 passed, 2 failed", 1, Good, Bad)]
    [InlineData(1, "84 passed, 1 failed", 1, Good, "a.cs(1,1): error CS1002: ; expected [B.csproj]", "Build FAILED.")]
    [InlineData(
        1, "84 passed, 1 failed", 1, "The active test run was aborted. Reason: Test host process crashed", Good)]
    [InlineData(1, "0 passed, 1 failed", 0)]
    public async Task The_last_line_counts_and_the_exit_code_tells(
        int code, string last, int status, params string[] printed)
    {
        var folder = Directory.CreateTempSubdirectory("ci").FullName;
        Directory.CreateDirectory(Path.Combine(folder, ".ci"));
        File.Copy(Path.Combine(Repository.Root, ".ci", "run"), Path.Combine(folder, ".ci", "run"));
        var dotnet = Path.Combine(folder, "dotnet");
        File.WriteAllText(dotnet, $"#!/bin/sh\ncat <<'END'\n{string.Join('\n', printed)}\nEND\nexit {status}\n");
        var command = $"chmod +x '{dotnet}' && bash '{folder}/.ci/run'";
        var start = new ProcessStartInfo("bash", ["-c", command]) { RedirectStandardOutput = true };
        start.Environment["PATH"] = $"{folder}:{Environment.GetEnvironmentVariable("PATH")}";

        using var run = Process.Start(start)!;
        var lines = (await run.StandardOutput.ReadToEndAsync()).TrimEnd().Split('\n');
        await run.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);

        Assert.Equal((code, last), (run.ExitCode, lines[^1]));
    }
}
