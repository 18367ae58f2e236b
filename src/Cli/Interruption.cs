using System.Runtime.InteropServices;

namespace Sci.Cli;

/// <summary>
/// Turns the first Ctrl-C (or request to end) into a cancelled token; the second ends the process at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration interrupt;
    private readonly PosixSignalRegistration terminate;

    public Interruption() => (interrupt, terminate) =
        (PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle), PosixSignalRegistration.Create(
            PosixSignal.SIGTERM, Handle));

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        interrupt.Dispose();
        terminate.Dispose();
        source.Dispose();
    }

    private void Handle(PosixSignalContext signal)
    {
        // Left alone, the second signal does what the system does with it: the process ends.
        signal.Cancel = !source.IsCancellationRequested;
        if (signal.Cancel)
        {
            Console.Error.WriteLine("Stopping at the next safe point; Ctrl-C again ends at once.");
            source.Cancel();
        }
    }
}
