using System.Security.Cryptography;

namespace Sci.Faults;

/// <summary>Contents of files, to tell whether they are still what they were.</summary>
internal static class Contents
{
    /// <summary>Stage files and results under a folder: relative path and SHA-256. What may go is left out.</summary>
    public static SortedDictionary<string, string> Of(string folder) => new(
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(IsResult).ToDictionary(
                path => Path.GetRelativePath(folder, path), Print)
            : [],
        StringComparer.Ordinal);

    /// <summary>Whether every file of one set is in the other, and the same.</summary>
    public static bool Within(IReadOnlyDictionary<string, string> part, IReadOnlyDictionary<string, string> whole) =>
        part.All(each => whole.TryGetValue(each.Key, out var print) && print == each.Value);

    /// <summary>SHA-256 of a file.</summary>
    public static string Print(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));

    private static bool IsResult(string path) =>
        (path.EndsWith(".h5", StringComparison.Ordinal) && !path.EndsWith(".checkpoint.h5", StringComparison.Ordinal))
        || Path.GetFileName(path) == "result.json";
}
