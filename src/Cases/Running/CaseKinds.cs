using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>
/// All kinds of case: the key <c>kind:</c> of a <c>case.yaml</c> chooses; without it the first one is meant.
/// </summary>
/// <param name="kinds">Names, as written after <c>kind:</c>, and kinds.</param>
public sealed class CaseKinds(params (string Name, ICaseKind Kind)[] kinds) : ICaseKind
{
    /// <summary>Every kind that this program knows.</summary>
    public static CaseKinds All { get; } = new(
        ("medida", new CaseKind<MedidaSettings>(MedidaPipeline.Run)),
        ("twin", new CaseKind<TwinSettings>(TwinPipeline.Run)),
        ("filter", new CaseKind<FilterSettings>(FilterPipeline.Run)),
        ("pinn", new CaseKind<PinnSettings>(PinnPipeline.Run)),
        ("conservation", new CaseKind<ConservationSettings>(ConservationPipeline.Run)),
        ("experts", new CaseKind<ExpertsSettings>(ExpertsPipeline.Run)),
        ("jet", new CaseKind<JetSettings>(JetPipeline.Run)),
        ("surrogate", new CaseKind<SurrogateSettings>(SurrogatePipeline.Run)),
        ("flow", new CaseKind<PlaneFlowSettings>(FlowPipeline.Run)),
        ("closure", new CaseKind<ClosureSettings>(ClosurePipeline.Run)),
        ("data", new CaseKind<AloneSettings>(AlonePipeline.Run)),
        ("solve", new CaseKind<SolveSettings>(SolvePipeline.Run)));

    // Made when a schema is asked for: a run need not wait for it.
    private static JsonSerializerOptions Indented => field ??=
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public IReadOnlyList<string> Names => [.. kinds.Select(each => each.Name)];

    /// <inheritdoc/>
    public ICaseKind Named(string name) => Array.Find(kinds, each => each.Name == name) is (var found, { } kind)
        ? new CaseKinds((found, kind))
        : throw new SettingsException(
            new Place("--kind"), $"there is no such kind of case;{Spelling.Hint(name, Names)}.");

    /// <inheritdoc/>
    public ICase Open(string path)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, "case.yaml") : path;
        return (File.Exists(file) ? Chosen(YamlTree.Read(file)) : kinds[0].Kind).Open(path);
    }

    /// <inheritdoc/>
    public string Schema()
    {
        var definitions = new JsonObject();
        var choices = new JsonArray();
        foreach (var (name, kind) in kinds)
        {
            var schema = JsonNode.Parse(kind.Schema())!.AsObject();
            foreach (var (type, definition) in schema["definitions"]!.AsObject())
            {
                definitions[type] ??= definition!.DeepClone();
            }

            schema["properties"]!.AsObject().Insert(0, "kind", new JsonObject { ["const"] = name });
            schema.Remove("definitions");
            schema.Remove("$schema");
            choices.Add((JsonNode)schema);
        }

        var document = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["anyOf"] = choices,
            ["definitions"] = definitions,
        };
        return document.ToJsonString(Indented) + "\n";
    }

    /// <inheritdoc/>
    public string Guide() => kinds.Length == 1
        ? kinds[0].Kind.Guide()
        : string.Concat(kinds.Select(each => $"\n# `kind: {each.Name}`\n{each.Kind.Guide()}"));

    private ICaseKind Chosen(Node document)
    {
        if ((document as MappingNode)?["kind"]?.Value is not { } node)
        {
            return kinds[0].Kind;
        }

        var name = (node as ScalarNode)?.Text ?? "";
        return Array.Find(kinds, each => each.Name == name).Kind ?? throw new SettingsException(
            node.Place, $"kind: there is no such kind of case;{Spelling.Hint(name, Names)}.");
    }
}
