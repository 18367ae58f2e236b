namespace Sci.Cases.Data;

/// <summary>Units of time, length and speed that files come in.</summary>
internal static class Unit
{
    private static readonly Dictionary<string, (char Kind, double Size)> Known = new(StringComparer.Ordinal)
    {
        ["s"] = ('t', 1), ["second"] = ('t', 1), ["seconds"] = ('t', 1), ["ms"] = ('t', 1e-3),
        ["min"] = ('t', 60), ["minute"] = ('t', 60), ["minutes"] = ('t', 60),
        ["h"] = ('t', 3600), ["hour"] = ('t', 3600), ["hours"] = ('t', 3600),
        ["d"] = ('t', 86400), ["day"] = ('t', 86400), ["days"] = ('t', 86400),
        ["m"] = ('l', 1), ["mm"] = ('l', 1e-3), ["cm"] = ('l', 1e-2), ["km"] = ('l', 1e3),
        ["m s-1"] = ('v', 1), ["m/s"] = ('v', 1), ["cm s-1"] = ('v', 1e-2), ["cm/s"] = ('v', 1e-2),
        ["km h-1"] = ('v', 1 / 3.6), ["km/h"] = ('v', 1 / 3.6),
    };

    /// <summary>
    /// What a number is multiplied by to come from one unit to another; null where that is not known.
    /// </summary>
    /// <remarks>
    /// A file without units is taken to be in the right ones. Of <c>hours since 2001-01-01</c> the hours count.
    /// </remarks>
    public static double? Factor(string from, string to)
    {
        var (a, b) = (Plain(from), Plain(to));
        return a == b || a is "" or "1" ? 1
            : Known.TryGetValue(a, out var first) && Known.TryGetValue(b, out var second) && first.Kind == second.Kind
                ? first.Size / second.Size
            : null;
    }

    private static string Plain(string unit) => unit.Split(" since ")[0].Trim();
}
