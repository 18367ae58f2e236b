using System.Text;
using System.Text.Json.Nodes;

namespace Sci.Cases.Settings;

/// <summary>The settings of a file as a page of tables, in Markdown.</summary>
public sealed class SettingsGuide
{
    private readonly StringBuilder page = new();
    private readonly HashSet<Type> told = [];

    private SettingsGuide()
    {
    }

    /// <summary>
    /// One table a block: keys, what may stand there and what it means (the doc comments of the records).
    /// </summary>
    public static string Markdown<T>()
        where T : class
    {
        var guide = new SettingsGuide();
        guide.Block((RecordShape)Shape.Of(typeof(T)), "");
        return guide.page.ToString();
    }

    private static string Value(Setting setting)
    {
        var constraints = new JsonObject();
        foreach (var rule in setting.Rules)
        {
            rule.Describe(constraints);
        }

        var words = string.Join(
            ", ", Words(setting.Shape).Concat(constraints.Select(Limit)).Where(word => word.Length > 0));
        return setting.Required ? words : $"{words}; may be left out";
    }

    private static string[] Words(Shape shape) => shape switch
    {
        TextShape => ["text"],
        FlagShape => ["true or false"],
        RealShape => ["number"],
        WholeShape => ["whole number"],
        ChoiceShape choice => [$"one of {string.Join(", ", choice.Names.Select(name => $"`{name}`"))}"],
        ListShape list => [$"list of: {string.Join(", ", Words(list.Item))}"],
        MapShape map => [$"names with: {string.Join(", ", Words(map.Item))}"],
        _ => ["block"],
    };

    private static string Limit(KeyValuePair<string, JsonNode?> constraint) => constraint.Key switch
    {
        "minimum" => $"≥ {constraint.Value}",
        "exclusiveMinimum" => $"> {constraint.Value}",
        "maximum" => $"≤ {constraint.Value}",
        "multipleOf" => $"multiple of {constraint.Value}",
        "minItems" => $"at least {constraint.Value} items",
        "maxItems" => $"at most {constraint.Value} items",
        _ => "",
    };

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    private void Block(RecordShape shape, string path)
    {
        _ = page.Append("\n| key | value | meaning |\n| --- | --- | --- |\n");
        foreach (var setting in shape.Settings)
        {
            _ = page.Append($"| `{setting.Key}` | {Value(setting)} | {DocComments.Summary(setting.Property)} |\n");
        }

        foreach (var setting in shape.Settings)
        {
            Inside(setting.Shape, Join(path, setting.Key));
        }
    }

    private void Inside(Shape shape, string path)
    {
        switch (shape)
        {
            case ListShape list:
                Inside(list.Item, path);
                break;
            case MapShape map:
                Inside(map.Item, $"{path}.NAME");
                break;
            case RecordShape record when told.Add(record.Type):
                _ = page.Append($"\n## {path}\n");
                Block(record, path);
                break;
            case VariantShape variants when told.Add(variants.Type):
                Variants(variants, path);
                break;
        }
    }

    private void Variants(VariantShape shape, string path)
    {
        _ = page.Append($"\n## {path}\n\nGive {shape.Wanted}.\n");
        foreach (var choice in shape.Variants)
        {
            var title = choice.ByKey ? $"`{choice.Name}:`" : $"`{shape.Key}: {choice.Name}`";
            _ = page.Append($"\n### {path}, {title}\n\n{DocComments.Summary(choice.Type)}\n");
            Block(Variant.ShapeOf(choice), path);
        }
    }
}
