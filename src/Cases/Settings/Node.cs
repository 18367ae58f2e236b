namespace Sci.Cases.Settings;

/// <summary>A piece of a settings document that remembers where it was written.</summary>
internal abstract record Node(Place Place);

/// <summary>A number, word or text; <paramref name="Quoted"/> ones are text whatever they look like.</summary>
internal sealed record ScalarNode(Place Place, string Text, bool Quoted) : Node(Place)
{
    public bool IsNull => !Quoted && Text is "" or "~" or "null";
}

/// <summary>A list.</summary>
internal sealed record SequenceNode(Place Place, IReadOnlyList<Node> Items) : Node(Place);

/// <summary>A block of keys, in the order written, none twice.</summary>
internal sealed record MappingNode : Node
{
    private Dictionary<string, Entry>? index;

    public MappingNode(Place place, IReadOnlyList<Entry> entries)
        : base(place) => Entries = entries;

    public IReadOnlyList<Entry> Entries
    {
        get;
        init
        {
            field = value;
            index = null;
        }
    }

    public Entry? this[string key] => (index ??= Entries.ToDictionary(entry => entry.Key)).GetValueOrDefault(key);

    public MappingNode Without(params string[] keys) =>
        this with { Entries = [.. Entries.Where(entry => !keys.Contains(entry.Key))] };
}

/// <summary>A key and what stands under it.</summary>
internal sealed record Entry(string Key, Place Place, Node Value);
