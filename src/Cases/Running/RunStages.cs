using Sci.Cases.Files;
using Sci.Cases.Settings;
using Sci.Hdf5;

namespace Sci.Cases;

/// <summary>The stages of one run with their files and their progress.</summary>
/// <param name="run">The run; its progress hears of each stage.</param>
/// <param name="store">Where the files are.</param>
internal sealed class RunStages<TSettings>(ExperimentRun<TSettings> run, StageStore store)
    where TSettings : class
{
    private readonly Lock hold = new();

    /// <summary>Reads a stage's file where it fits, else computes and writes it.</summary>
    /// <param name="name">Name of the file, without its ending.</param>
    /// <param name="title">What the user is told is being done.</param>
    /// <param name="print">Of all that decides the result.</param>
    /// <param name="read">Reads the result.</param>
    /// <param name="compute">Computes it; hears the share that is done, 0 to 1, from any thread.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="sentence">What came out.</param>
    /// <exception cref="StageException">A file cannot be read or written.</exception>
    public T Of<T>(
        string name,
        string title,
        Fingerprint print,
        Func<Hdf5Container, T> read,
        Func<Checkpoint, Action<double>, T> compute,
        Action<Hdf5Container, T> write,
        Func<T, string> sentence)
    {
        run.Cancel.ThrowIfCancellationRequested();
        run.Progress.Started(title, 1);
        var done = 0.0;
        var staged = store.GetOrCompute(
            new Stage(name, SettingsText.Yaml(run.Experiment.Settings), print),
            read,
            checkpoint => compute(checkpoint, share =>
            {
                lock (hold)
                {
                    run.Progress.Advanced(title, Math.Max(0, share - done));
                    done = Math.Max(share, done);
                }
            }),
            write);
        run.Progress.Finished(
            title, sentence(staged.Value) + (staged.WasRead ? $" (read from {name}.h5)" : ""));
        return staged.Value;
    }
}
