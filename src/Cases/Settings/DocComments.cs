using System.Collections.Concurrent;
using System.Reflection;
using System.Xml.Linq;

namespace Sci.Cases.Settings;

/// <summary>Reads the doc comments that the compiler wrote beside an assembly.</summary>
internal static class DocComments
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, string>> Known = new();

    /// <summary>The summary of a property on one line, or an empty text where there is none.</summary>
    public static string Summary(PropertyInfo property) =>
        Summary(property.DeclaringType!, $"P:{Name(property.DeclaringType!)}.{property.Name}");

    /// <summary>The summary of a type on one line, or an empty text where there is none.</summary>
    public static string Summary(Type type) => Summary(type, $"T:{Name(type)}");

    private static string Name(Type type) => type.FullName!.Replace('+', '.');

    private static string Summary(Type type, string member) =>
        Known.GetOrAdd(type.Assembly, Read).GetValueOrDefault(member, "");

    private static Dictionary<string, string> Read(Assembly assembly)
    {
        var path = Path.ChangeExtension(assembly.Location, ".xml");
        if (!File.Exists(path))
        {
            return [];
        }

        return XDocument.Load(path).Descendants("member")
            .Where(member => member.Element("summary") is not null)
            .ToDictionary(
                member => (string)member.Attribute("name")!,
                member => string.Join(' ', Words(member.Element("summary")!)));
    }

    private static string[] Words(XElement summary) => string.Concat(summary.DescendantNodes().Select(Text))
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { IsEmpty: true } link => (link.FirstAttribute?.Value ?? "").Split(['.', ':'])[^1],
        _ => "",
    };
}
