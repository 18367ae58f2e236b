using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Sci.Hdf5;

namespace Sci.Reader;

/// <summary>The reading process as its parent sees it.</summary>
internal sealed class ReadingProcess : IDisposable
{
    // HDF5 reads more than this in a second on any machine and disk; what takes longer goes round in circles.
    private const double SlowestBytes = 20e6;

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan MostWork = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(8);

    private readonly Process process;
    private readonly BinaryWriter requests;
    private readonly BinaryReader answers;

    /// <exception cref="Hdf5Exception">It does not start.</exception>
    public ReadingProcess()
    {
        process = Process.Start(Command())!;
        process.ErrorDataReceived += (_, _) => { }; // what the system says of a crash; the pipe must not fill
        process.BeginErrorReadLine();
        requests = new BinaryWriter(new BufferedStream(process.StandardInput.BaseStream));
        answers = new BinaryReader(new BufferedStream(process.StandardOutput.BaseStream));
        try
        {
            _ = answers.ReadBoolean();
        }
        catch (EndOfStreamException error)
        {
            throw new Hdf5Exception("Sci.Reader, which reads files from elsewhere, does not start.", error);
        }
    }

    /// <exception cref="Hdf5Exception">The file cannot be read, as HDF5 says.</exception>
    /// <exception cref="IOException">The process ended, or was ended because it did not come to an end.</exception>
    public T Ask<T>(Request request, Func<BinaryReader, T> answer)
    {
        using var watch = new Timer(EndIfStuck, Limits(request.File), Tick, Tick);
        requests.Write(request);
        return answers.ReadBoolean() ? answer(answers) : throw new Hdf5Exception(answers.ReadString());
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }

    private static ProcessStartInfo Command()
    {
        // The host of this runtime is found wherever it lies; a program beside us would have to look for it.
        var host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..",
            OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        return new ProcessStartInfo(host, [typeof(ReadingProcess).Assembly.Location])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    private (TimeSpan Work, long Until) Limits(string path)
    {
        var reading = TimeSpan.FromSeconds(File.Exists(path) ? new FileInfo(path).Length / SlowestBytes : 0);
        return (process.TotalProcessorTime + MostWork + reading,
            Stopwatch.GetTimestamp() + (long)((MostTime + reading).TotalSeconds * Stopwatch.Frequency));
    }

    private void EndIfStuck(object? state)
    {
        var (work, until) = ((TimeSpan, long))state!;
        try
        {
            if (process.TotalProcessorTime > work || Stopwatch.GetTimestamp() > until)
            {
                process.Kill();
            }
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception)
        {
            // It has ended by itself meanwhile.
        }
    }
}
