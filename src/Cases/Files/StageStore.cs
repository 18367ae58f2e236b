using Sci.Hdf5;

namespace Sci.Cases.Files;

/// <summary>An output folder with one file a stage, held by one run at a time.</summary>
public sealed class StageStore : IDisposable
{
    private readonly IDisposable hold;

    /// <summary>
    /// Makes the folder if need be, takes hold of it and removes what a run that died left unfinished.
    /// </summary>
    /// <exception cref="StageException">Another run has it, or it cannot be written.</exception>
    /// <exception cref="Hdf5Exception">The HDF5 library is not on this machine: known before hours of
    /// computing.</exception>
    public StageStore(string folder)
    {
        Hdf5File.RequireLibrary();
        Folder = folder;
        hold = OutputLock.Take(folder);
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>Time between checkpoints of a long stage.</summary>
    public TimeSpan CheckpointInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Full path of a stage's file.</summary>
    public string PathOf(string stage) => Path.Combine(Folder, $"{stage}.h5");

    /// <summary>Reads the result of a stage if its file fits, else computes and writes it.</summary>
    /// <param name="stage">Name, settings and fingerprint.</param>
    /// <param name="read">Reads the result from the file.</param>
    /// <param name="compute">Computes it; a long computation saves and resumes by the checkpoint.</param>
    /// <param name="write">Writes it to the file.</param>
    /// <exception cref="StageException">
    /// The file is damaged or foreign, or cannot be written; no file of an earlier run is lost.
    /// </exception>
    public Staged<T> GetOrCompute<T>(
        Stage stage, Func<Hdf5Container, T> read, Func<Checkpoint, T> compute, Action<Hdf5Container, T> write)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(compute);
        var path = PathOf(stage.Name);
        if (StageFile.TryRead(path, stage, read, out var value))
        {
            return new Staged<T>(value, WasRead: true);
        }

        var checkpoint = PathOf($"{stage.Name}.checkpoint");
        value = compute(new Checkpoint(checkpoint, stage, CheckpointInterval));
        StageFile.Write(path, stage, file => write(file, value));
        File.Delete(checkpoint);
        return new Staged<T>(value, WasRead: false);
    }

    /// <summary>Lets another run have the folder.</summary>
    public void Dispose() => hold.Dispose();
}
