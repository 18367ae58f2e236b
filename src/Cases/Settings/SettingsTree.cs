using System.Collections;
using System.Globalization;

namespace Sci.Cases.Settings;

/// <summary>Turns settings back into nodes; the inverse of <see cref="Binder"/>.</summary>
internal static class SettingsTree
{
    private static readonly Place Nowhere = new("settings");

    public static Node Of(object value, bool withCost) => Of(Shape.Of(Declared(value.GetType())), value, withCost);

    private static Node Of(Shape shape, object? value, bool withCost) => (shape, value) switch
    {
        (_, null) => Plain("null"),
        (VariantShape variants, _) => Chosen(variants, value, withCost),
        (RecordShape record, _) => Block(record, value, withCost),
        (ListShape list, IEnumerable items) =>
            new SequenceNode(Nowhere, [.. items.Cast<object?>().Select(item => Of(list.Item, item, withCost))]),
        (MapShape map, IEnumerable pairs) => new MappingNode(Nowhere, [.. Pairs(map, pairs, withCost)]),
        (ChoiceShape choice, _) => new ScalarNode(Nowhere, choice.Word(value), Quoted: true),
        (_, string text) => new ScalarNode(Nowhere, text, Quoted: true),
        (_, bool flag) => Plain(flag ? "true" : "false"),
        (_, double number) => Plain(Number.Text(number)),
        _ => Plain(Convert.ToString(value, CultureInfo.InvariantCulture)!),
    };

    /// <summary>The abstract record that a variant stands for: its name belongs to the text.</summary>
    private static Type Declared(Type type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.IsDefined(typeof(VariantAttribute), inherit: false))
            {
                return at;
            }
        }

        return type;
    }

    private static ScalarNode Plain(string text) => new(Nowhere, text, Quoted: false);

    private static Node Chosen(VariantShape shape, object value, bool withCost)
    {
        var choice = shape.Variants.First(variant => variant.Type == value.GetType());
        var body = Block(Variant.ShapeOf(choice), value, withCost);
        return choice.ByText && body.Entries is [var only] ? only.Value : Variant.Tag(shape, choice, body);
    }

    private static MappingNode Block(RecordShape shape, object value, bool withCost) => new(Nowhere,
    [
        .. shape.Settings
            .Where(setting => withCost || !setting.CostOnly)
            .Select(setting => (setting, Value: setting.Property.GetValue(value)))
            .Where(pair => pair.Value is not null || pair.setting.Required)
            .Select(pair => new Entry(pair.setting.Key, Nowhere, Of(pair.setting.Shape, pair.Value, withCost))),
    ]);

    private static IEnumerable<Entry> Pairs(MapShape shape, IEnumerable pairs, bool withCost)
    {
        foreach (var pair in pairs)
        {
            var key = (string)pair.GetType().GetProperty("Key")!.GetValue(pair)!;
            var value = pair.GetType().GetProperty("Value")!.GetValue(pair);
            yield return new Entry(key, Nowhere, Of(shape.Item, value, withCost));
        }
    }
}
