namespace Sci.Cases.Settings;

/// <summary>Finds what a mistyped word was meant to be.</summary>
public static class Spelling
{
    private const int ShortList = 16;

    /// <summary>
    /// " did you mean `x`? (valid: a, b, c)" or " valid: a, b, c", after a semicolon; no sentence ends with its
    /// question.
    /// </summary>
    public static string Hint(string word, IReadOnlyCollection<string> valid)
    {
        var all = valid.Count > ShortList ? $"there are {valid.Count}"
            : valid.Count == 0 ? "there are none" : $"valid: {string.Join(", ", valid)}";
        return Nearest(word, valid) is { } nearest ? $" did you mean `{nearest}`? ({all})" : $" {all}";
    }

    /// <summary>The valid word a few letters away, or null.</summary>
    public static string? Nearest(string word, IEnumerable<string> valid) => valid
        .Select(candidate => (Word: candidate, Distance: Distance(word, candidate)))
        .Where(near => near.Distance <= int.Max(1, int.Max(word.Length, near.Word.Length) / 3))
        .OrderBy(near => near.Distance)
        .Select(near => near.Word)
        .FirstOrDefault();

    /// <summary>Insertions, deletions, replacements and swaps of neighbours, case aside.</summary>
    /// <remarks>Damerau (1964), doi:10.1145/363958.363994.</remarks>
    public static int Distance(string a, string b)
    {
        if (int.Abs(a.Length - b.Length) > 10)
        {
            return int.MaxValue;
        }

        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                d[i, j] = i == 0 || j == 0 ? i + j : Step(d, a, b, i, j);
            }
        }

        return d[a.Length, b.Length];
    }

    private static int Step(int[,] d, string a, string b, int i, int j)
    {
        var same = Same(a[i - 1], b[j - 1]);
        var best = int.Min(int.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (same ? 0 : 1));
        var swapped = i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]);
        return swapped ? int.Min(best, d[i - 2, j - 2] + 1) : best;
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
