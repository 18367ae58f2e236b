using System.Globalization;

namespace Sci.Faults;

/// <summary>What the campaign is to do.</summary>
public sealed record FaultOptions
{
    /// <summary>Names of the rows to make; all where it is empty.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Mutations of each kind of file; for result files and data as text a tenth of them.</summary>
    public int Mutations { get; init; } = 10_000;

    /// <summary>Seed of everything that is random: the same one repeats the campaign.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Deaths in every stage.</summary>
    public int Kills { get; init; } = 1;

    /// <summary>Cases to kill; all where it is empty.</summary>
    public IReadOnlyList<string> Cases { get; init; } = [];

    /// <summary>Whether the cases are killed as they ship, which takes hours, rather than made small.</summary>
    public bool Full { get; init; }

    /// <summary>
    /// Folder that gets the undisturbed output of each killed case, a folder a case; null keeps none.
    /// </summary>
    public string? Keep { get; init; }

    /// <summary>Reads the command line.</summary>
    /// <exception cref="ArgumentException">There is no such option, or its value is missing or wrong.</exception>
    public static FaultOptions Parse(IReadOnlyList<string> words)
    {
        var options = new FaultOptions();
        for (var i = 0; i < words.Count; i++)
        {
            string Value() => ++i < words.Count
                ? words[i] : throw new ArgumentException($"{words[i - 1]} needs a value.");
            options = words[i] switch
            {
                "--only" => options with { Only = Value().Split(',') },
                "--cases" => options with { Cases = Value().Split(',') },
                "--mutations" => options with { Mutations = int.Parse(Value(), CultureInfo.InvariantCulture) },
                "--seed" => options with { Seed = ulong.Parse(Value(), CultureInfo.InvariantCulture) },
                "--kills" => options with { Kills = int.Parse(Value(), CultureInfo.InvariantCulture) },
                "--keep" => options with { Keep = Path.GetFullPath(Value()) },
                "--full" => options with { Full = true },
                var unknown => throw new ArgumentException(
                    $"There is no option {unknown}; there are --only, --mutations, "
                    + "--seed, --kills, --cases, --keep, --full."),
            };
        }

        return options;
    }
}
