using System.ComponentModel;
using System.Diagnostics;

namespace Sci.Cases.Programs;

/// <summary>How a user's program is called.</summary>
/// <param name="Folder">Folder that it runs in, and that relative paths in the words begin at.</param>
/// <param name="Words">The program and its arguments; <c>{in}</c> and <c>{out}</c> stand for the two files.</param>
/// <param name="Limit">Longest time of a call.</param>
internal sealed record ProgramCall(string Folder, IReadOnlyList<string> Words, TimeSpan Limit)
{
    // What a program that was ended, or a child that outlived it, may still have to say.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    /// <summary>The program as the user wrote it.</summary>
    public string Name => Words[0];

    /// <summary>Runs it to its end and returns what it said last.</summary>
    /// <exception cref="ProgramException">It is not there, ends with another code than 0 or takes too long.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; so is the program.</exception>
    public LastLines Run(string input, string output, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        using var process = Start(input, output);
        process.StandardInput.Close();
        var lines = new LastLines();
        var told = Task.WhenAll(lines.Follow(process.StandardOutput), lines.Follow(process.StandardError));
        var ended = Wait(process, cancel);
        _ = told.Wait(Farewell, CancellationToken.None);
        cancel.ThrowIfCancellationRequested();
        if (!ended)
        {
            throw new ProgramException(
                $"The model's program {Name} did not end within {Limit.TotalSeconds:0.###} s and was stopped; "
                + $"raise model.time_limit or mend the program{lines}.");
        }

        return process.ExitCode == 0
            ? lines
            : throw new ProgramException($"The model's program {Name} ended with exit code {process.ExitCode}{lines}.");
    }

    private bool Wait(Process process, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Limit);
        try
        {
            // Waiting for the output's end too would wait for children that the program left behind.
            while (!process.WaitForExit(TimeSpan.FromMilliseconds(20)))
            {
                limit.Token.ThrowIfCancellationRequested();
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(Farewell);
            return false;
        }
    }

    private Process Start(string input, string output)
    {
        string Filled(string word) => word
            .Replace("{in}", input, StringComparison.Ordinal).Replace("{out}", output, StringComparison.Ordinal);
        var start = new ProcessStartInfo(InFolder(Name), Words.Skip(1).Select(Filled))
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Exception error) when (error is Win32Exception or IOException)
        {
            throw new ProgramException(
                $"The model's program {Name} cannot be started in {Folder} ({error.Message.TrimEnd('.')}); "
                + "build it, make it executable, or mend model.command.", error);
        }
    }

    // The system looks for ./program where Sci runs, not where the case is; a bare name is looked for on the PATH.
    private string InFolder(string word) =>
        word.Contains('/', StringComparison.Ordinal)
            && !Path.IsPathRooted(word) ? Path.GetFullPath(Path.Combine(Folder, word)) : word;
}
