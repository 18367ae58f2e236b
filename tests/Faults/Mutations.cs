using System.Diagnostics;
using System.Globalization;

namespace Sci.Faults;

/// <summary>Sends mutations to a worker, and starts it anew when one ends or hangs it.</summary>
internal sealed class Mutations(string trial, string prepared, ulong seed) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private Process? worker;

    /// <summary>Meets mutations 0 to <paramref name="count"/> - 1.</summary>
    public void Run(Tally tally, int count)
    {
        for (var index = 0; index < count; index++)
        {
            tally.Add(Met(index), $"{index} of seed {seed}");
        }
    }

    public void Dispose()
    {
        worker?.StandardInput.Close();
        worker?.WaitForExit();
        worker?.Dispose();
    }

    private Verdict Met(int index)
    {
        worker ??= Start();
        try
        {
            worker.StandardInput.WriteLine(index.ToString(CultureInfo.InvariantCulture));
            worker.StandardInput.Flush();
            if (worker.StandardOutput.ReadLineAsync().WaitAsync(Patience).Result is { } line)
            {
                return Worker.Read(line);
            }

            worker.WaitForExit();
            return Ended($"the process crashed with exit code {worker.ExitCode}");
        }
        catch (AggregateException error) when (error.InnerException is TimeoutException)
        {
            worker.Kill(entireProcessTree: true);
            return Ended($"the command did not end within {Patience.TotalSeconds} s");
        }
    }

    private Verdict Ended(string trouble)
    {
        worker!.Dispose();
        worker = null;
        return new Verdict(false, 0, trouble);
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(
            "dotnet", [typeof(Worker).Assembly.Location, "worker", trial, prepared, $"{seed}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = "80000000"; // 2 GiB: what asks for more must fail here, not later
        start.Environment["OMP_NUM_THREADS"] = "1";
        return Process.Start(start)!;
    }
}
