using System.Globalization;

namespace Sci.Testing;

/// <summary>A fenced block of a document.</summary>
/// <param name="Document">Path of the document from the root of the repository.</param>
/// <param name="Line">Line of the document in which the code begins.</param>
/// <param name="Language">The word after the fence: sh, yaml, csharp, …</param>
/// <param name="Code">What stands in it, each line ended.</param>
/// <param name="Marks">
/// The comments before it. <c>long: 5 min</c>: it takes so long. <c>output</c>: the block before printed these lines.
/// <c>exit: 2</c>: the code at which the commands end. <c>file: PATH</c>: the block is written there.
/// <c>shows: PATH</c>: it is what stands there. <c>over: DIR</c>: its keys go over those of that case; <c>kept</c>: to
/// stay. <c>before: …</c>: commands that go before. <c>given: …</c>: declarations that C# takes as given.
/// </param>
public sealed record MarkdownBlock(
    string Document, int Line, string Language, string Code, IReadOnlyList<string> Marks)
{
    /// <summary>The minutes that the block is said to take; 0 where it is quick.</summary>
    public double Minutes => Mark("long") is { } mark
        ? double.Parse(mark.Split(' ')[0], CultureInfo.InvariantCulture)
        : 0;

    /// <summary>What a mark says behind its colon, empty where it has none; null where there is no such mark.</summary>
    public string? Mark(string name)
    {
        var mark = Marks.FirstOrDefault(
            mark => mark == name || mark.StartsWith($"{name}:", StringComparison.Ordinal)
                || mark.StartsWith($"{name}\n", StringComparison.Ordinal));
        return mark is null ? null : mark[Math.Min(mark.Length, name.Length + 1)..].Trim();
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Document}:{Line}";
}
