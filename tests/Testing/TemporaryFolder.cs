namespace Sci.Testing;

/// <summary>An empty folder that goes when the test ends.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Makes the folder.</summary>
    public TemporaryFolder() => FullName = Directory.CreateTempSubdirectory("sci-").FullName;

    /// <summary>Its full path.</summary>
    public string FullName { get; }

    /// <summary>Full path of a file in it.</summary>
    public string this[string name] => Path.Combine(FullName, name);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(FullName, recursive: true);
}
