using Sci.Testing;

namespace Sci.Faults;

/// <summary>A disk of limited size, where this user may mount one.</summary>
internal sealed class LimitedDisk : IDisposable
{
    private LimitedDisk(string path) => Folder = path;

    public string Folder { get; }

    /// <summary>Mounts it, or returns null where that is not allowed.</summary>
    public static LimitedDisk? Mount(long bytes)
    {
        var path = Directory.CreateTempSubdirectory("sci-disk-").FullName;
        if (SystemProgram.Exists("mount") && Mount("-t", "tmpfs", "-o", $"size={bytes}", "tmpfs", path))
        {
            return new LimitedDisk(path);
        }

        Directory.Delete(path);
        return null;
    }

    public void Grow(long bytes) => _ = Mount("-o", $"remount,size={bytes}", Folder);

    public void Freeze() => _ = Mount("-o", "remount,ro", Folder);

    public void Dispose()
    {
        _ = SystemProgram.Run("umount", Folder);
        Directory.Delete(Folder);
    }

    private static bool Mount(params string[] words) => SystemProgram.Run("mount", words).Code == 0;
}
