namespace Sci.Cases.Programs;

/// <summary>The last lines that a program wrote, whichever way it wrote them.</summary>
internal sealed class LastLines
{
    private const int Most = 4;
    private const int Longest = 160;

    private readonly Queue<string> lines = new();

    /// <summary>Follows a stream to its end.</summary>
    public async Task Follow(StreamReader stream)
    {
        while (await stream.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                Add(line.Trim());
            }
        }
    }

    /// <summary>The end of a sentence: <c>; its last lines: a | b</c>.</summary>
    public override string ToString()
    {
        lock (lines)
        {
            return lines.Count == 0 ? "; it wrote nothing on its output" : $"; its last lines: {string.Join(" | ", lines)}";
        }
    }

    private void Add(string line)
    {
        lock (lines)
        {
            lines.Enqueue(line.Length > Longest ? line[..Longest] + "…" : line);
            if (lines.Count > Most)
            {
                _ = lines.Dequeue();
            }
        }
    }
}
