using System.IO.Enumeration;

namespace Sci.Cases.Settings;

/// <summary>The <c>experiments:</c> of a file: who inherits from whom, and which run by default.</summary>
internal sealed class ExperimentTree
{
    public static readonly string[] Keys = ["experiments", "default_experiments"];

    private static readonly string[] OwnKeys = ["like", "about"];

    private readonly Shape shape;
    private readonly MappingNode root;
    private readonly MappingNode? experiments;

    public ExperimentTree(Node document, Shape shape)
    {
        this.shape = shape;
        root = document as MappingNode
            ?? throw new SettingsException(document.Place, $"the file must be {shape.Wanted}.");
        experiments = root["experiments"]?.Value is { } node ? Blocks(node) : null;
        Defaults = root["default_experiments"]?.Value is { } list ? Listed(list) : Names;
    }

    public IReadOnlyList<string> Names =>
        experiments is null ? ["default"] : [.. experiments.Entries.Select(entry => entry.Key)];

    public IReadOnlyList<string> Defaults { get; }

    public string About(string name) =>
        (experiments?[name]?.Value as MappingNode)?["about"]?.Value is ScalarNode about ? about.Text : "";

    /// <summary>The base, what the experiment is like, and its own settings, each laid over the one before.</summary>
    public Node Settings(string name) => Settings(name, []);

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
        if (experiments?[name]?.Value is not MappingNode own)
        {
            return root.Without(Keys);
        }

        if (own["like"] is not { } like)
        {
            return Layers.Over(shape, root.Without(Keys), own.Without(OwnKeys));
        }

        var other = Known(like.Value, "like");
        return above.Contains(other) || other == name
            ? throw new SettingsException(like.Value.Place, $"experiments.{name}.like: {other} leads back to itself; "
                + "end the chain at one without `like:`.")
            : Layers.Over(shape, Settings(other, [.. above, name]), own.Without(OwnKeys));
    }

    private static MappingNode Blocks(Node node)
    {
        if (node is not MappingNode { Entries.Count: > 0 } map)
        {
            throw new SettingsException(
                node.Place, "experiments must be a block of `NAME:` keys, each with the settings that it changes.");
        }

        var strange = map.Entries.FirstOrDefault(entry => !NamesFolder(entry.Key) || entry.Key == "all");
        return strange is not null
            ? throw new SettingsException(
                strange.Place,
                $"`{Scalars.Shortened(strange.Key)}` cannot name an experiment; "
                + "use letters, digits and . _ + - (not `all`), at most 64.")
            : map with { Entries = [.. map.Entries.Select(Block)] };
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
