using System.Text;
using Sci.Numerics;

namespace Sci.Faults;

/// <summary>Settings files that were mistyped, cut, or written to do harm.</summary>
internal static class HostileYaml
{
    private static readonly string[] Values =
    [
        "-1", "0", "1e999", "-1e308", "1e-320", ".nan", ".inf", "NaN", "1/0", "2147483647", "4294967296", "1e9", "1e18",
        new string('9', 400), "", "null", "~", "true", "[]", "{}", "[[]]", "{a: {b: c}}", "\"\"", "'", "\"", "&a 1",
        "*a",
        "!!python/object:os.system ls", "!x y", "| \n  text", "> \n  text", "%TAG", "@", "`", "\0", "\u0085", "\uFEFF",
        "../../etc/passwd", "/dev/zero", "/proc/self/mem", "u_t = u^99999", "u_t = u_" + new string('x', 300),
        "u_t = " + string.Join("", Enumerable.Repeat("(", 2000)), "((((((((u))))))))", "cos(", "32*pi*",
        "exp(exp(exp(999)))",
        new string('a', 70_000), "a: b: c", "- - - -", "<<: *x", "? x", "0x1F", "1_000", "१२",
    ];

    private static readonly Func<string[], RandomSource, string>[] Attacks =
    [
        Replaced, Replaced, Replaced, Replaced, Removed, Doubled, Swapped, Indented, Tabbed, Renamed, Anchored, Nested,
        Inserted,
        (lines, random) => Encoding.UTF8.GetString(Mutation.Of(Encoding.UTF8.GetBytes(Joined(lines)), random)),
        (lines, _) => string.Join("\r\n", lines),
        (lines, random) => Joined(lines[..random.Below(lines.Length)]),
    ];

    /// <summary>A text that is close to the original, or far from it.</summary>
    public static byte[] Of(string original, RandomSource random)
    {
        var text = original;
        for (var count = 1 + random.Below(3); count > 0; count--)
        {
            text = Attacks[random.Below(Attacks.Length)](text.Split('\n'), random);
        }

        return random.Below(50) switch
        {
            0 => Encoding.Unicode.GetBytes(text),
            1 => Mutation.Of(Encoding.UTF8.GetBytes(text + " "), random),
            _ => Encoding.UTF8.GetBytes(text),
        };
    }

    private static string Joined(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Changed(string[] lines, RandomSource random, Func<string, string> change)
    {
        var at = random.Below(lines.Length);
        return Joined([.. lines[..at], change(lines[at]), .. lines[(at + 1)..]]);
    }

    // The value behind one of the line's colons, which may stand in braces.
    private static string Replaced(string[] lines, RandomSource random) => Changed(lines, random, line =>
    {
        var parts = line.Split(": ");
        var at = 1 + random.Below(int.Max(1, parts.Length - 1));
        if (at < parts.Length)
        {
            var end = parts[at].IndexOfAny([',', '}', ']']);
            parts[at] = Values[random.Below(Values.Length)] + (end < 0 ? "" : parts[at][end..]);
        }

        return string.Join(": ", parts);
    });

    private static string Removed(string[] lines, RandomSource random)
    {
        var at = random.Below(lines.Length);
        return Joined([.. lines[..at], .. lines[(at + 1)..]]);
    }

    private static string Doubled(string[] lines, RandomSource random) =>
        Changed(lines, random, line => $"{line}\n{line}");

    private static string Swapped(string[] lines, RandomSource random)
    {
        var (a, b) = (random.Below(lines.Length), random.Below(lines.Length));
        (lines[a], lines[b]) = (lines[b], lines[a]);
        return Joined(lines);
    }

    private static string Indented(string[] lines, RandomSource random) =>
        Changed(lines, random, line => random.Below(2) == 0 ? $" {line}" : line.TrimStart());

    private static string Tabbed(string[] lines, RandomSource random) =>
        Changed(lines, random, line => random.Below(2) == 0 ? $"\t{line}" : line.Replace(
            ": ", ":\t", StringComparison.Ordinal));

    private static string Renamed(string[] lines, RandomSource random) => Changed(lines, random, line =>
        line.Length == 0 ? line : line.Insert(random.Below(line.Length), $"{(char)('a' + random.Below(26))}"));

    // Ten levels of ten aliases each: ten thousand million values, were they followed.
    private static string Anchored(string[] lines, RandomSource random) => Joined(
    [
        "x0: &x0 lol",
        .. Enumerable.Range(1, 9).Select(i => $"x{i}: &x{i} [{string.Join(", ", Enumerable.Repeat($"*x{i - 1}", 10))}]"),
        .. lines,
    ]);

    private static string Nested(string[] lines, RandomSource random)
    {
        var depth = 1 << random.Below(17);
        return Changed(lines, random, line => random.Below(2) == 0
            ? $"{line.Split(": ")[0]}: {new string('[', depth)}"
            : $"{line.Split(": ")[0]}: {string.Concat(Enumerable.Repeat("{a: ", depth))}");
    }

    private static string Inserted(string[] lines, RandomSource random) => Changed(
        lines, random, line => line.Insert(random.Below(line.Length + 1), Values[random.Below(Values.Length)]));
}
