using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sci.Cases.Settings;

/// <summary>The JSON schema of a settings file, by which editors complete and check it.</summary>
/// <remarks>
/// Draft 7, the one that YAML editors read. Descriptions are the doc comments of the records. Missing keys are no
/// errors to it, as an experiment may give what the base leaves out; <c>sci validate</c> finds them.
/// </remarks>
public sealed class SettingsSchema
{
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject definitions = [];

    private SettingsSchema()
    {
    }

    /// <summary>The schema of files that <see cref="SettingsFile.Read"/> reads as <typeparamref name="T"/>.</summary>
    public static string Json<T>()
        where T : class
    {
        var schema = new SettingsSchema();
        var root = schema.Properties((RecordShape)Shape.Of(typeof(T)));
        var overrides = new JsonObject
        {
            ["like"] = Text("Name of the experiment to start from."),
            ["about"] = Text("What it shows, in one line."),
        };
        foreach (var (key, value) in root)
        {
            overrides[key] = value!.DeepClone();
        }

        root["experiments"] = new JsonObject
        {
            ["description"] = "Named overrides of the settings above them.",
            ["type"] = "object",
            ["additionalProperties"] = Block(overrides),
        };
        root["combine"] = new JsonObject
        {
            ["description"] =
                "Experiments as a product: every setting of a block with every one of the next, names joined.",
            ["type"] = "array",
            ["items"] = new JsonObject
            {
                ["type"] = "object",
                ["additionalProperties"] = Block((JsonObject)overrides.DeepClone()),
            },
        };
        root["default_experiments"] = new JsonObject
        {
            ["type"] = "array",
            ["items"] = Text("Name of an experiment that runs where none is named."),
        };
        var document = Block(root);
        document.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        document["definitions"] = schema.definitions;
        return document.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Text(string description) => new() { ["description"] = description, ["type"] = "string" };

    private static JsonObject Block(JsonObject properties) =>
        new() { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };

    private static JsonObject Container(string type, string key, JsonObject items) =>
        new() { ["type"] = type, [key] = items };

    private JsonObject Properties(RecordShape record)
    {
        var properties = new JsonObject();
        foreach (var setting in record.Settings)
        {
            properties[setting.Key] = Property(setting);
        }

        return properties;
    }

    private JsonObject Property(Setting setting)
    {
        var schema = Of(setting.Shape, setting.Rules);
        if (setting.Nullable)
        {
            schema = new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
        }

        var description = DocComments.Summary(setting.Property);
        if (description.Length > 0)
        {
            // Beside $ref, draft 7 ignores what else there is: wrap it.
            schema = schema.ContainsKey("$ref") ? new JsonObject { ["allOf"] = new JsonArray(schema) } : schema;
            schema.Insert(0, "description", setting.Required ? $"{description} Required." : description);
        }

        return schema;
    }

    private JsonObject Of(Shape shape, IReadOnlyList<RuleAttribute> rules)
    {
        var schema = shape switch
        {
            TextShape => new JsonObject { ["type"] = "string" },
            FlagShape => new JsonObject { ["type"] = "boolean" },
            WholeShape => new JsonObject { ["type"] = "integer" },
            RealShape => new JsonObject { ["type"] = new JsonArray("number", "string"), ["pattern"] = Number.Pattern },
            ChoiceShape choice => new JsonObject { ["enum"] = Words(choice.Names) },
            ListShape list => Container("array", "items", Of(list.Item, OfItems(rules))),
            MapShape map => Container("object", "additionalProperties", Of(map.Item, OfItems(rules))),
            _ => Reference(shape),
        };
        foreach (var rule in rules.Where(rule => rule is CountAttribute == shape is ListShape or MapShape))
        {
            rule.Describe(schema);
        }

        return schema;
    }

    private static RuleAttribute[] OfItems(IReadOnlyList<RuleAttribute> rules) =>
        [.. rules.Where(rule => rule is not CountAttribute)];

    private static JsonArray Words(IEnumerable<string> words) => [.. words.Select(word => (JsonNode)word)];

    private JsonObject Reference(Shape shape)
    {
        var name = shape.Type.Name;
        if (!definitions.ContainsKey(name))
        {
            definitions[name] = new JsonObject(); // Holds the place: a record may contain itself.
            definitions[name] =
                shape is VariantShape variants ? AnyOf(variants) : Block(Properties((RecordShape)shape));
        }

        return new JsonObject { ["$ref"] = $"#/definitions/{name}" };
    }

    private JsonObject AnyOf(VariantShape shape)
    {
        var ways = new JsonArray();
        foreach (var choice in shape.Variants)
        {
            var properties = Properties(Variant.ShapeOf(choice));
            if (!choice.ByKey)
            {
                ways.Add((JsonNode)new JsonObject { ["const"] = choice.Name });
                ways.Add((JsonNode)Block(new JsonObject { [choice.Name] = Block((JsonObject)properties.DeepClone()) }));
                properties.Insert(0, shape.Key, new JsonObject { ["const"] = choice.Name });
            }

            ways.Add((JsonNode)Block(properties));
            if (choice.ByText)
            {
                ways.Add((JsonNode)new JsonObject { ["type"] = "string" });
            }
        }

        return new JsonObject { ["anyOf"] = ways };
    }
}
