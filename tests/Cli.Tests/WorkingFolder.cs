using Sci.Testing;

namespace Sci.Cli.Tests;

/// <summary>A folder with copies of the cases in which the process works for a while.</summary>
[CollectionDefinition(nameof(WorkingFolder), DisableParallelization = true)]
public sealed class WorkingFolder : IDisposable
{
    private readonly string before = Environment.CurrentDirectory;
    private readonly string folder = Directory.CreateTempSubdirectory("sci").FullName;

    public WorkingFolder()
    {
        string[] places = [Path.Combine(Repository.Root, "cases"), Path.Combine(Repository.Root, "examples")];
        foreach (var path in places.SelectMany(
            place => Directory.EnumerateFiles(place, "case.yaml", SearchOption.AllDirectories)))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Repository.Root, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }

        Environment.CurrentDirectory = folder;
    }

    public void Dispose()
    {
        Environment.CurrentDirectory = before;
        Directory.Delete(folder, recursive: true);
    }
}
