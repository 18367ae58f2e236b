namespace Sci.Cases.Settings;

/// <summary>Lays settings over settings: blocks merge key by key, everything else replaces.</summary>
internal static class Layers
{
    /// <summary>
    /// <paramref name="above"/> over <paramref name="below"/>. Where another variant is named than below, it replaces
    /// the block whole: the settings of one method mean nothing to another.
    /// </summary>
    public static Node Over(Shape? shape, Node below, Node above) => (shape, below, above) switch
    {
        (VariantShape variants, _, _) => Over(variants, below, above),
        (_, MappingNode low, MappingNode high) => Merge(key => Inside(shape, key), low, high),
        _ => above,
    };

    private static Node Over(VariantShape shape, Node below, Node above)
    {
        var low = Variant.Of(shape, below, out _);
        var high = Variant.Of(shape, above, out _);
        var body = high?.Body ?? above as MappingNode;
        var renamed = high is not null ? high.Choice != low?.Choice : body?[shape.Key] is not null;
        return low is null || body is null || renamed
            ? above
            : Variant.Tag(shape, low.Choice, Merge(key => low.Shape[key]?.Shape, low.Body, body));
    }

    private static MappingNode Merge(Func<string, Shape?> inside, MappingNode below, MappingNode above) => below with
    {
        Entries =
        [
            .. below.Entries.Select(low => above[low.Key] is { } high
                ? high with { Value = Over(inside(low.Key), low.Value, high.Value) }
                : low),
            .. above.Entries.Where(high => below[high.Key] is null),
        ],
    };

    private static Shape? Inside(Shape? shape, string key) => shape switch
    {
        RecordShape record => record[key]?.Shape,
        MapShape map => map.Item,
        _ => null,
    };
}
