using System.Collections;
using System.Reflection;

namespace Sci.Cases.Settings;

/// <summary>Turns a tree of nodes into a record, and collects everything that is wrong on the way.</summary>
/// <param name="alsoValid">Keys of the outermost block that the caller has taken away, for the hints.</param>
/// <param name="folder">Folder that paths in the settings begin at.</param>
internal sealed class Binder(IReadOnlyList<string> alsoValid, string folder)
{
    // The nearest key of each is looked for.
    private const int MostUnknown = 100;

    private readonly List<Finding> findings = [];

    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>The value, or null where something is wrong with it.</summary>
    public object? Bind(Shape shape, Node node, string path = "", IReadOnlyList<RuleAttribute>? rules = null)
    {
        var before = findings.Count;
        var value = (shape, node) switch
        {
            (RecordShape record, MappingNode map) => Record(record, map, path),
            (RecordShape record, ScalarNode { IsNull: true }) => Record(record, new MappingNode(node.Place, []), path),
            (VariantShape variants, _) => OneOf(variants, node, path),
            (ListShape list, SequenceNode sequence) => List(list, sequence, path, rules),
            (MapShape map, MappingNode entries) => Map(map, entries, path, rules),
            (_, ScalarNode scalar) => Scalars.Read(shape, scalar, out var trouble) ?? Wrong(node, path, trouble),
            _ => Wrong(node, path, $"is {Kind(node)}, but {shape.Wanted} is wanted."),
        };
        if (value is null || findings.Count > before)
        {
            return null;
        }

        var complaint = rules?.Where(rule => rule.Concerns(value))
            .Select(rule => rule.Complaint(value))
            .FirstOrDefault(sentence => sentence is not null);
        return complaint is null ? value : Wrong(node, path, $"{Shown(node)}{complaint}.");
    }

    private static string Kind(Node node) => node switch
    {
        ScalarNode { IsNull: true } => "empty",
        ScalarNode scalar => $"`{Scalars.Shortened(scalar.Text)}`",
        SequenceNode => "a list",
        _ => "a block of keys",
    };

    private static string Shown(Node node) =>
        node is ScalarNode scalar ? $"is {Scalars.Shortened(scalar.Text)}, but it " : "";

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    private object? Wrong(Node node, string path, string sentence)
    {
        findings.Add(new Finding(node.Place, $"{(path.Length == 0 ? "the file" : path)} {sentence}"));
        return null;
    }

    private object? OneOf(VariantShape shape, Node node, string path)
    {
        var variant = Variant.Of(shape, node, out var trouble);
        return variant is null
            ? Wrong((node as MappingNode)?[shape.Key]?.Value ?? node, path, $"{trouble.TrimEnd('.')}.")
            : Record(variant.Shape, variant.Body, path, shape);
    }

    private object? Record(RecordShape shape, MappingNode map, string path, VariantShape? variants = null)
    {
        var before = findings.Count;
        var value = Activator.CreateInstance(shape.Type)!;
        ReportUnknown(shape, map, path, variants);
        foreach (var setting in shape.Settings)
        {
            Set(value, setting, map, path);
        }

        if (findings.Count == before && value is IChecked rules)
        {
            Check(rules, shape, map, path);
        }

        return value;
    }

    private void ReportUnknown(RecordShape shape, MappingNode map, string path, VariantShape? variants)
    {
        string[] choosers = variants is null ? [] : [variants.Key, .. variants.Keyed];
        string[] valid = [.. shape.Keys, .. path.Length == 0 ? alsoValid : [], .. choosers.Except(shape.Keys)];
        foreach (var entry in map.Entries.Where(entry => shape[entry.Key] is null).Take(MostUnknown))
        {
            var where = path.Length == 0 ? "" : $" in {path}";
            var sentence = path.Length == 0 && alsoValid.Contains(entry.Key)
                ? $"{entry.Key} is no setting of one experiment; change it in the file."
                : $"unknown key `{Scalars.Shortened(entry.Key)}`{where};{Spelling.Hint(entry.Key, valid)}.";
            findings.Add(new Finding(entry.Place, sentence));
        }
    }

    private void Set(object record, Setting setting, MappingNode map, string path)
    {
        var inner = Join(path, setting.Key);
        if (map[setting.Key] is not { } entry)
        {
            if (setting.Required)
            {
                var sentence = $"{inner} is missing; add `{setting.Key}:`, {setting.Shape.Wanted}.";
                findings.Add(new Finding(map.Place, sentence));
            }

            return;
        }

        var isNull = setting.Nullable && entry.Value is ScalarNode { IsNull: true };
        var value = isNull ? null : Bind(setting.Shape, entry.Value, inner, setting.Rules);
        if (value is not null || isNull)
        {
            setting.Property.SetValue(record, value, BindingFlags.DoNotWrapExceptions, null, null, null);
        }
    }

    private void Check(IChecked rules, RecordShape shape, MappingNode map, string path)
    {
        var complaints = new Complaints { Folder = folder };
        rules.Check(complaints);
        foreach (var (property, sentence) in complaints.All)
        {
            var (node, inner) = Locate(shape, map, path, property.Split('.'));
            var value = sentence.StartsWith("cannot", StringComparison.Ordinal) ? "" : Shown(node);
            Wrong(node, inner, $"{value}{sentence.TrimEnd('.')}.");
        }
    }

    /// <summary>Where the property that a path of names leads to was given, and its dotted key.</summary>
    private static (Node Node, string Path) Locate(RecordShape shape, MappingNode map, string path, string[] names)
    {
        if (names.Length == 0
            || shape.Settings.FirstOrDefault(setting => setting.Property.Name == names[0]) is not { } setting)
        {
            return (map, path);
        }

        var inner = Join(path, setting.Key);
        var node = map[setting.Key]?.Value ?? map;
        return (setting.Shape, node) switch
        {
            (RecordShape record, MappingNode body) => Locate(record, body, inner, names[1..]),
            (VariantShape variants, _) when Variant.Of(variants, node, out _) is { } variant =>
                Locate(variant.Shape, variant.Body, inner, names[1..]),
            _ => (node, inner),
        };
    }

    private Array List(ListShape shape, SequenceNode sequence, string path, IReadOnlyList<RuleAttribute>? rules)
    {
        var items = Array.CreateInstance(shape.ItemType, sequence.Items.Count);
        for (var i = 0; i < items.Length; i++)
        {
            items.SetValue(Bind(shape.Item, sequence.Items[i], $"{path}[{i}]", rules), i);
        }

        return items;
    }

    private object Map(MapShape shape, MappingNode entries, string path, IReadOnlyList<RuleAttribute>? rules)
    {
        var type = typeof(OrderedDictionary<,>).MakeGenericType(typeof(string), shape.ItemType);
        var map = (IDictionary)Activator.CreateInstance(type)!;
        foreach (var entry in entries.Entries)
        {
            if (Bind(shape.Item, entry.Value, Join(path, entry.Key), rules) is { } value)
            {
                map.Add(entry.Key, value);
            }
        }

        return map;
    }
}
