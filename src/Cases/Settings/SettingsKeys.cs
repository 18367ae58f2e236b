namespace Sci.Cases.Settings;

/// <summary>How a <c>--set key=value</c> that has been begun may go on, read off the types of the settings.</summary>
internal static class SettingsKeys
{
    /// <summary>
    /// Keys one level on, which end in <c>.</c> where keys follow and in <c>=</c> where a value does; after <c>=</c>
    /// the words that may stand there, if there is a choice.
    /// </summary>
    /// <param name="settings">Type of the settings.</param>
    /// <param name="begun">What is there, such as <c>model.sch</c>.</param>
    public static IEnumerable<string> After(Type settings, string begun)
    {
        var sign = begun.IndexOf('=', StringComparison.Ordinal);
        var before = begun[..((sign < 0 ? begun.LastIndexOf('.') : sign) + 1)];
        var blocks = sign < 0 ? begun.Split('.')[..^1] : begun[..sign].Split('.');
        var shapes = blocks.Aggregate<string, IEnumerable<Shape>>(
            [Shape.Of(settings)], (outer, key) => outer.SelectMany(shape => Inside(shape, key)));
        return shapes.SelectMany(shape => sign < 0 ? Keys(shape) : Words(shape)).Distinct().Select(
            each => before + each);
    }

    // Which variant it is, another setting says: all are proposed.
    private static IEnumerable<RecordShape> Records(Shape shape) => shape switch
    {
        RecordShape record => [record],
        VariantShape variants => variants.Variants.Select(Variant.ShapeOf),
        _ => [],
    };

    private static IEnumerable<Shape> Inside(Shape shape, string key) => shape switch
    {
        MapShape map => [map.Item],
        VariantShape variants when key == variants.Key => [variants],
        VariantShape variants => variants.Variants.Where(each => each.Name == key && !each.ByKey)
            .Select(Shape (each) => Variant.ShapeOf(each)).Concat(Blocks(shape, key)),
        _ => Blocks(shape, key),
    };

    private static IEnumerable<Shape> Blocks(Shape shape, string key) => Records(shape)
        .Select(record => record[key]?.Shape).OfType<Shape>();

    private static IEnumerable<string> Keys(Shape shape) =>
        (shape is VariantShape variants && variants.Named.Any() ? [$"{variants.Key}="] : Array.Empty<string>())
            .Concat(Records(shape).SelectMany(record => record.Settings).SelectMany(Key));

    private static IEnumerable<string> Key(Setting setting) => setting.Shape switch
    {
        RecordShape or MapShape => [$"{setting.Key}."],
        VariantShape variants when variants.Variants.Any(StandsAlone) => [$"{setting.Key}.", $"{setting.Key}="],
        VariantShape => [$"{setting.Key}."],
        _ => [$"{setting.Key}="],
    };

    private static bool StandsAlone(VariantAttribute choice) => choice.ByKey
        ? choice.ByText : Variant.ShapeOf(choice).Settings.All(setting => !setting.Required);

    private static IEnumerable<string> Words(Shape shape) => shape switch
    {
        FlagShape => ["true", "false"],
        ChoiceShape choice => choice.Names,
        VariantShape variants => variants.Named,
        _ => [],
    };
}
