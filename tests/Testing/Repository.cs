namespace Sci.Testing;

/// <summary>The source tree that the tests were built from.</summary>
public static class Repository
{
    /// <summary>Folder that holds <c>Sci.sln</c>.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(at.FullName, "Sci.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {folder} holds Sci.sln.");
    }
}
