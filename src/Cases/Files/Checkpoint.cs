using System.Diagnostics;
using Sci.Hdf5;

namespace Sci.Cases.Files;

/// <summary>Where a long stage keeps how far it has come, so that a run that dies can go on from there.</summary>
/// <remarks>Like every stage file it is whole or not there, and only read while its fingerprint fits.</remarks>
public sealed class Checkpoint
{
    private readonly string path;
    private readonly Stage stage;
    private readonly TimeSpan interval;
    private long saved = Stopwatch.GetTimestamp();
    private TimeSpan cost;

    internal Checkpoint(string path, Stage stage, TimeSpan interval)
    {
        this.path = path;
        this.stage = stage;
        this.interval = interval;
    }

    /// <summary>
    /// Whether enough time has passed since the last one that losing it would hurt more than writing it: fifty times
    /// what that took, at least.
    /// </summary>
    public bool IsDue => Stopwatch.GetElapsedTime(saved) is var passed && passed >= interval && passed >= 50 * cost;

    /// <summary>
    /// Reads what an earlier run saved, if there is something and it fits; a damaged one counts as none.
    /// </summary>
    public bool TryRead<T>(Func<Hdf5Container, T> read, out T value) =>
        StageFile.TryReadWhole(path, stage, read, out value);

    /// <summary>Saves in place of the last one.</summary>
    /// <exception cref="StageException">It cannot be written; the last one is as it was.</exception>
    public void Save(Action<Hdf5Container> write)
    {
        var start = Stopwatch.GetTimestamp();
        StageFile.Write(path, stage, write);
        saved = Stopwatch.GetTimestamp();
        cost = Stopwatch.GetElapsedTime(start, saved);
    }
}
