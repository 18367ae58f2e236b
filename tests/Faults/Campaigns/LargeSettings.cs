namespace Sci.Faults;

/// <summary>Settings that are too large to be meant.</summary>
internal static class LargeSettings
{
    private const int Megabyte = 1 << 20;

    public static void Run(Tally tally)
    {
        var folder = Directory.CreateTempSubdirectory("sci-large-");
        var file = Path.Combine(folder.FullName, "case.yaml");
        IEnumerable<string>[] texts =
        [
            Enumerable.Repeat($"# {new string('x', Megabyte - 3)}\n", 100),
            Enumerable.Repeat("a: 1\n", 20 * Megabyte),
            [new string('[', Megabyte - 1)],
            [new string('-', Megabyte - 1)],
            [string.Concat(Enumerable.Repeat("? ", Megabyte / 2))],
            [string.Concat(Enumerable.Repeat("{a: ", (Megabyte / 4) - 1))],
            [string.Concat(Enumerable.Range(0, 10_000).Select(i => $"{new string(' ', i % 90)}a{i}:\n"))],
            [string.Concat(Enumerable.Range(0, 100_000).Select(i => $"k{i}: 1\n"))],
            ["title: \"" + new string('a', Megabyte - 20) + "\"\n"],
            [$"experiments:\n{string.Concat(Enumerable.Range(0, 60_000).Select(i => $"  e{i}: {{}}\n"))}"],
            ["combine: [" + string.Join(", ", Enumerable.Repeat("{a: {}, b: {}, c: {}, d: {}}", 40)) + "]\n"],
            [string.Concat(
                Enumerable.Range(0, 5000).Select(i => $"  e{i}: {{like: e{i + 1}}}\n").Prepend("experiments:\n"))],
        ];
        foreach (var (index, text) in texts.Index())
        {
            using (var writer = new StreamWriter(file))
            {
                text.ToList().ForEach(writer.Write);
            }

            tally.Add(SciProgram.Run("list", folder.FullName), $"{index}", mustRefuse: true);
        }

        folder.Delete(recursive: true);
    }
}
