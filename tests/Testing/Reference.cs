namespace Sci.Testing;

/// <summary>Data made by independent programs, kept in <c>tests/Reference</c>.</summary>
public static class Reference
{
    /// <summary>Full path of a reference file.</summary>
    public static string File(string name) => Path.Combine(Repository.Root, "tests", "Reference", name);
}
