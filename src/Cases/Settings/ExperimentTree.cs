using System.IO.Enumeration;

namespace Sci.Cases.Settings;

/// <summary>The <c>experiments:</c> of a file: who inherits from whom, and which run by default.</summary>
internal sealed class ExperimentTree
{
    public static readonly string[] Keys = ["experiments", "combine", "default_experiments", "kind"];

    private static readonly string[] OwnKeys = ["like", "about"];

    private readonly Shape shape;
    private readonly MappingNode root;
    private readonly MappingNode? experiments;
    private readonly Dictionary<string, MappingNode[]> products = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Node> known = new(StringComparer.Ordinal);

    public ExperimentTree(Node document, Shape shape)
    {
        this.shape = shape;
        root = document as MappingNode
            ?? throw new SettingsException(document.Place, $"the file must be {shape.Wanted}.");
        experiments = root["experiments"]?.Value is { } node ? Blocks(node) : null;
        foreach (var (name, place, layers) in root["combine"]?.Value is { } lists ? Combination.Of(lists) : [])
        {
            RequireName(name, place);
            if (!products.TryAdd(name, layers))
            {
                throw new SettingsException(
                    place, $"combine makes the name `{name}` twice; names are joined as they stand.");
            }
        }

        string[] named = [.. (experiments?.Entries.Select(entry => entry.Key) ?? []).Union(products.Keys)];
        Names = named.Length == 0 ? ["default"] : named;
        Defaults = root["default_experiments"]?.Value is { } list ? Listed(list) : Names;
    }

    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<string> Defaults { get; }

    public string About(string name) => string.Join("; ", Own(name)
        .Select(layer => (layer["about"]?.Value as ScalarNode)?.Text).Where(about => about is not null));

    /// <summary>The base, what the experiment is like, and its own settings, each laid over the one before.</summary>
    public Node Settings(string name) => known.GetValueOrDefault(name) ?? (known[name] = Settings(name, []));

    /// <summary>The names that a pattern means.</summary>
    public IEnumerable<string> Matching(string pattern)
    {
        var glob = pattern == "all" ? "*" : pattern;
        string[] matching = [.. Names.Where(name => FileSystemName.MatchesSimpleExpression(glob, name, false))];
        return matching.Length > 0
            ? matching
            : throw new SettingsException(new Place("--experiment"), Unknown(pattern, [.. Names, "all"]));
    }

    private Node Settings(string name, IReadOnlyList<string> above)
    {
        var settings = root.Without(Keys) as Node;
        foreach (var own in Own(name))
        {
            if (own["like"] is { } like)
            {
                var other = Known(like.Value, "like");
                settings = above.Contains(other) || other == name
                    ? throw new SettingsException(like.Value.Place, $"experiments.{name}.like: {other} leads back to itself; "
                        + "end the chain at one without `like:`.")
                    : known.GetValueOrDefault(other) ?? (known[other] = Settings(other, [.. above, name]));
            }

            settings = Layers.Over(shape, settings, own.Without(OwnKeys));
        }

        return settings;
    }

    private IEnumerable<MappingNode> Own(string name)
    {
        var product = products.TryGetValue(name, out var layers) ? layers : [];
        return experiments?[name]?.Value is MappingNode own ? product.Append(own) : product;
    }

    private static MappingNode Blocks(Node node)
    {
        if (node is not MappingNode { Entries.Count: > 0 } map)
        {
            throw new SettingsException(
                node.Place, "experiments must be a block of `NAME:` keys, each with the settings that it changes.");
        }

        if (map.Entries.Count > Combination.MostProducts)
        {
            throw new SettingsException(node.Place, $"a file holds at most {Combination.MostProducts} experiments.");
        }

        foreach (var entry in map.Entries)
        {
            RequireName(entry.Key, entry.Place);
        }

        return map with { Entries = [.. map.Entries.Select(Block)] };
    }

    private static void RequireName(string name, Place place)
    {
        if (!NamesFolder(name) || name == "all")
        {
            throw new SettingsException(
                place,
                $"`{Scalars.Shortened(name)}` cannot name an experiment; "
                + "use letters, digits and . _ + - (not `all`), at most 64.");
        }
    }

    private static bool NamesFolder(string name) => name.Length is > 0 and <= 64 && char.IsAsciiLetterOrDigit(name[0])
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '+' or '-');

    private static Entry Block(Entry entry) => entry.Value switch
    {
        MappingNode => entry,
        ScalarNode { IsNull: true } => entry with { Value = new MappingNode(entry.Value.Place, []) },
        _ => throw new SettingsException(
            entry.Value.Place, $"experiments.{entry.Key} must be a block of the settings that it changes."),
    };

    private string[] Listed(Node node) => node is SequenceNode { Items.Count: > 0 } list
        ? [.. list.Items.Select(item => Known(item, "default_experiments"))]
        : throw new SettingsException(node.Place, "default_experiments must be a list of names.");

    private string Known(Node node, string key)
    {
        var name = (node as ScalarNode)?.Text ?? "";
        return Names.Contains(name)
            ? name
            : throw new SettingsException(node.Place, $"{key}: {Unknown(name, Names)}");
    }

    private static string Unknown(string name, IReadOnlyCollection<string> valid) =>
        $"there is no experiment `{Scalars.Shortened(name)}`;{Spelling.Hint(name, valid)}.";
}
