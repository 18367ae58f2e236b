using System.Text;
using Sci.Testing;

namespace Sci.Architecture.Tests;

/// <summary>The files of the source tree.</summary>
internal static class Source
{
    private static readonly string[] Folders = ["src", "tests", "bench", "examples"];

    /// <summary>Paths of all C# files from the root, with <c>/</c>.</summary>
    public static IEnumerable<string> Code(params string[] folders) => (folders.Length > 0 ? folders : Folders)
        .Select(folder => Path.Combine(Repository.Root, folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
        .Where(path => !path.Split('/').Any(part => part is "artifacts" or "bin" or "obj"));

    /// <summary>Fails and names what breaks the rule.</summary>
    public static void None<T>(IEnumerable<T> found)
    {
        string[] names = [.. found.Select(each => $"{each}")];
        Assert.True(names.Length == 0, string.Join("\n", names));
    }

    public static string Text(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    /// <summary>The code without what stands in comments and between quotes on one line.</summary>
    public static string Bare(string path)
    {
        var bare = new StringBuilder();
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, path)))
        {
            var code = line.Split("//")[0].Split('"');
            _ = bare.AppendLine(string.Concat(code.Where((_, i) => i % 2 == 0)));
        }

        return bare.ToString();
    }
}
