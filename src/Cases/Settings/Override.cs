namespace Sci.Cases.Settings;

/// <summary>One setting changed on the command line.</summary>
internal static class Override
{
    /// <summary><c>a.b.c=value</c> as blocks inside blocks; the value is YAML.</summary>
    public static Node Parse(string text)
    {
        var place = new Place($"--set {Scalars.Shortened(text)}");
        var end = text.IndexOf('=', StringComparison.Ordinal);
        var keys = text[..int.Max(0, end)].Split('.', StringSplitOptions.TrimEntries);
        if (keys.Any(key => key.Length == 0))
        {
            throw new SettingsException(place, "a setting is changed by `--set key=value` or `--set block.key=value`.");
        }

        var value = Placed(Value(text[(end + 1)..].Trim(), place), place);
        return keys.Reverse().Aggregate(value, (inner, key) => new MappingNode(place, [new Entry(key, place, inner)]));
    }

    private static Node Value(string text, Place place)
    {
        try
        {
            return text.Length == 0 ? new ScalarNode(place, "", Quoted: true) : YamlTree.Parse(text, place.Origin);
        }
        catch (SettingsException e)
        {
            throw new SettingsException(place, e.Findings[0].Sentence);
        }
    }

    private static Node Placed(Node node, Place place) => node switch
    {
        SequenceNode list => new SequenceNode(place, [.. list.Items.Select(item => Placed(item, place))]),
        MappingNode map => new MappingNode(
            place, [.. map.Entries.Select(entry => new Entry(entry.Key, place, Placed(entry.Value, place)))]),
        _ => node with { Place = place },
    };
}
