using System.Runtime.CompilerServices;

namespace Sci.Testing;

/// <summary>
/// Snapshot tests in Verify's conventions: <c>Class.Method.verified.txt</c> beside the test, <c>.received.txt</c> on
/// failure.
/// </summary>
public static class Snapshot
{
    /// <summary>Fails unless <paramref name="text"/> equals the verified file, line ends aside.</summary>
    public static void Verify(string text, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{method}");
        var verified = $"{stem}.verified.txt";
        var received = $"{stem}.received.txt";
        var expected = System.IO.File.Exists(verified) ? Lines(System.IO.File.ReadAllText(verified)) : null;
        if (expected == Lines(text))
        {
            System.IO.File.Delete(received);
            return;
        }

        System.IO.File.WriteAllText(received, text);
        Assert.Fail(expected is null
            ? $"There is no {Path.GetFileName(verified)}; if {received} is right, rename it."
            : $"{received} differs from {Path.GetFileName(verified)}; if it is right, put it in its place.");
    }

    private static string Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd();
}
