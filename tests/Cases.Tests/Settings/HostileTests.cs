using System.Diagnostics;
using System.Text;
using Sci.Cases.Settings;
using Sci.Numerics;

namespace Sci.Cases.Tests.Settings;

public sealed class HostileTests
{
    public static TheoryData<string> Bombs =>
    [
        new string('[', 10_000),
        string.Concat(Enumerable.Repeat("{a: ", 10_000)),
        string.Concat(Enumerable.Range(0, 10_000).Select(i => $"{new string(' ', i % 1000)}a:\n")),
        string.Concat(Enumerable.Repeat("- ", 10_000)),
        $"title: {new string('a', 900_000)}",
        $"a: {new string('"', 100_001)}",
        string.Concat(Enumerable.Repeat("? ", 10_000)),
        "a: \0",
        "%YAML 9.9\n---\na: 1",
        "a: !<" + new string('x', 100_000),
        new string('*', 100_000),
        string.Concat(Enumerable.Range(0, 50_000).Select(i => $"a{i}: 1\n")),
        $"{Reading.Right}\nexperiments:\n" + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"  a{i}:\n")),
        $"{Reading.Right}\ncombine:\n" + string.Concat(
            Enumerable.Range(0, 60).Select(i => $"  - {{a{i}: , b{i}: }}\n")),
        $"{Reading.Right}\nseed: x\ncombine:\n" + string.Concat(Enumerable.Repeat(0, 2).Select(_ => "  - {"
            + string.Join(", ", Enumerable.Range(0, 60).Select(i => $"a{i}: {{like: a{i + 1}a{i + 1}}}"))
                + ", a60: }\n")),
    ];

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Hostile_text_ends_soon_in_one_error(string text)
    {
        var watch = Stopwatch.StartNew();

        var error = Assert.Throws<SettingsException>(() => SettingsFile.Parse<Kitchen>(text, "k.yaml"));

        // Milliseconds where it is alone; what is quadratic in the text takes minutes.
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 30);
        Assert.InRange(error.Message.Length, 1, 1000);
    }

    [Fact]
    public void A_file_without_end_is_refused_unread()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.yaml");
        using (var file = File.Create(path))
        {
            file.SetLength(100 << 20);
        }

        var error = Assert.Throws<SettingsException>(() => SettingsFile.Read<Kitchen>(path));
        File.Delete(path);

        Assert.Equal($"{path}: is larger than 1 MiB; keep data in HDF5 files and name them here.", error.Message);
    }

    [Fact]
    public void Bytes_that_are_not_text_are_placed()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.yaml");
        File.WriteAllBytes(path, [.. "title: a\nb: "u8, 0xFF, 0xFE, .. "\n"u8]);

        var error = Assert.Throws<SettingsException>(() => SettingsFile.Read<Kitchen>(path));
        File.Delete(path);

        Assert.Equal($"{path}:2:1: this line is not UTF-8 text; save the file as UTF-8.", error.Message);
    }

    [Fact]
    public void The_sample_is_right() =>
        Assert.Equal(2, SettingsFile.Parse<Kitchen>(Sample, "k.yaml").Experiments.Count);

    [Fact]
    public void Ten_thousand_mutations_are_read_or_refused()
    {
        var counts = Mutate<Kitchen>(Sample, 10_000);

        Assert.True(counts is { Read: > 500, Refused: > 3000 }, $"{counts}");
    }

    [Fact]
    public void Mutations_of_a_real_case_are_read_or_refused()
    {
        var text = File.ReadAllText(Path.Combine(Testing.Repository.Root, "cases", "ks", "case.yaml"));
        var counts = Mutate<MedidaSettings>(
            text[..text.IndexOf("default_experiments:", StringComparison.Ordinal)], 3_000);

        Assert.True(counts is { Read: > 100, Refused: > 500 }, $"{counts}");
    }

    private static (int Read, int Refused) Mutate<T>(string sample, int times)
        where T : class
    {
        const string Alphabet = " \n\t:-[]{},&*!|>'\"%@`#?~<=.0123456789aeux_+^()/é\0";
        var random = new RandomSource(1)["mutations"];
        var counts = (Read: 0, Refused: 0);
        for (var i = 0; i < times; i++)
        {
            var text = new StringBuilder(sample);
            for (var change = random.Bits() % 4; change < 4; change++)
            {
                var at = (int)(random.Bits() % (ulong)text.Length);
                var letter = Alphabet[(int)(random.Bits() % (ulong)Alphabet.Length)];
                _ = (random.Bits() % 3) switch
                {
                    0 => text.Insert(at, letter),
                    1 => text.Remove(at, 1),
                    _ => text.Replace(text[at], letter, at, 1),
                };
            }

            try
            {
                _ = SettingsFile.Parse<T>(text.ToString(), "k.yaml");
                counts.Read++;
            }
            catch (SettingsException)
            {
                counts.Refused++;
            }
        }

        return counts;
    }

    private const string Sample = """
        title: soup of the day # a comment
        oven: {N: 64, time_step: 1/4, heat: bottom}
        spice:
          method: mixed
          share: 0.5
          first: {jar: "a.h5", shelf: 'low'}
        weights:
          - 1
          - 2e-3
        experiments:
          a:
            about: >-
              folded
            seed: 3
          b: {like: a, eggs: {x: 1}}
        """;
}
