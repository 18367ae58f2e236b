namespace Sci.Hdf5;

/// <summary>Anything in a file that has a path and attributes.</summary>
/// <remarks>
/// It lives no longer than its file: closing the file closes it too. Calls from several threads take turns.
/// </remarks>
public abstract class Hdf5Node : IDisposable
{
    private protected Hdf5Node(Handle handle, string filePath, string path)
    {
        Handle = handle;
        FilePath = filePath;
        Path = path;
        Attributes = new Hdf5Attributes(this);
    }

    /// <summary>Path of the file that holds it.</summary>
    public string FilePath { get; }

    /// <summary>Path inside the file; the root is <c>/</c>.</summary>
    public string Path { get; }

    /// <summary>The attributes, by name.</summary>
    public Hdf5Attributes Attributes { get; }

    internal Handle Handle { get; }

    /// <summary>What error messages call it.</summary>
    internal string Subject => $"{FilePath}: {Path}";

    /// <summary>Closes it.</summary>
    /// <exception cref="Hdf5Exception">What was written does not reach the disk (files only).</exception>
    public void Dispose()
    {
        if (!Handle.IsClosed)
        {
            Closing();
            Handle.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    private protected abstract void Closing();
}
