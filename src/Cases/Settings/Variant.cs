namespace Sci.Cases.Settings;

/// <summary>A variant that a piece of the file names, and its settings without the name.</summary>
internal sealed record Variant(VariantAttribute Choice, RecordShape Shape, MappingNode Body)
{
    /// <summary>The variant that the node names, or null and why not.</summary>
    public static Variant? Of(VariantShape shape, Node node, out string trouble)
    {
        trouble = "";
        switch (node)
        {
            case ScalarNode { IsNull: false } scalar when shape.Text is { } text:
                return new Variant(
                    text, ShapeOf(text), new MappingNode(node.Place, [new Entry(text.Name, node.Place, scalar)]));
            case ScalarNode scalar:
                return Named(shape, scalar, new MappingNode(node.Place, []), out trouble);
            case MappingNode map when map[shape.Key] is { } chosen && shape.Named.Any():
                return Named(shape, chosen.Value, map.Without(shape.Key), out trouble);
            case MappingNode map:
                var choice = shape.Variants.FirstOrDefault(variant => variant.ByKey && map[variant.Name] is not null);
                return choice is not null ? new Variant(choice, ShapeOf(choice), map) : Alone(shape, map, out trouble);
            default:
                trouble = $"must be {shape.Wanted}";
                return null;
        }
    }

    /// <summary>The same settings with the variant's name beside them.</summary>
    public static MappingNode Tag(VariantShape shape, VariantAttribute choice, MappingNode body)
    {
        var name = new Entry(shape.Key, body.Place, new ScalarNode(body.Place, choice.Name, Quoted: true));
        return choice.ByKey ? body : body with { Entries = [name, .. body.Entries] };
    }

    public static RecordShape ShapeOf(VariantAttribute choice) => (RecordShape)Settings.Shape.Of(choice.Type);

    private static Variant? Named(VariantShape shape, Node name, MappingNode body, out string trouble)
    {
        var word = (name as ScalarNode)?.Text ?? "";
        var choice = shape.Variants.FirstOrDefault(variant => !variant.ByKey && variant.Name == word);
        trouble = choice is not null ? "" : $"`{word}` is not known here;{Spelling.Hint(word, [.. shape.Named])}";
        return choice is null ? null : new Variant(choice, ShapeOf(choice), body);
    }

    private static Variant? Alone(VariantShape shape, MappingNode map, out string trouble)
    {
        trouble = $"must be {shape.Wanted}";
        if (map.Entries is not [var only])
        {
            return null;
        }

        var choice = shape.Variants.FirstOrDefault(variant => !variant.ByKey && variant.Name == only.Key);
        return choice is null ? null : only.Value switch
        {
            MappingNode body => new Variant(choice, ShapeOf(choice), body),
            ScalarNode { IsNull: true } => new Variant(choice, ShapeOf(choice), new MappingNode(only.Place, [])),
            _ => null,
        };
    }
}
