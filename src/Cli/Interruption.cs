using System.Runtime.InteropServices;

namespace Sci.Cli;

/// <summary>
/// Turns the first Ctrl-C (or request to end, or lost terminal) into a cancelled token; the second ends the process at
/// once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] signals;

    public Interruption() => signals =
    [
        .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(
            signal => PosixSignalRegistration.Create(signal, Handle)),
    ];

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        Array.ForEach(signals, signal => signal.Dispose());
        source.Dispose();
    }

    private void Handle(PosixSignalContext signal)
    {
        // Left alone, the second signal does what the system does with it: the process ends.
        signal.Cancel = !source.IsCancellationRequested;
        if (signal.Cancel)
        {
            source.Cancel();
            Tell("Stopping at the next safe point; Ctrl-C again ends at once.");
        }
    }

    private static void Tell(string sentence)
    {
        try
        {
            Console.Error.WriteLine(sentence);
        }
        catch (IOException)
        {
            // The terminal is gone.
        }
    }
}
