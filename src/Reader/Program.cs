using System.Runtime.InteropServices;
using Sci.Reader;

// Ctrl-C reaches every process of a terminal; this one ends when its parent closes the pipe.
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
using var requests = new BinaryReader(new BufferedStream(Console.OpenStandardInput()));
using var answers = new BinaryWriter(new BufferedStream(Console.OpenStandardOutput()));
Answering.Serve(requests, answers);
