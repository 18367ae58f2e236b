using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sci.Cases;

/// <summary>The format of <c>--json</c>.</summary>
internal static class ResultsJson
{
    private static readonly JsonWriterOptions Options =
        new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static string Write(CaseResults results)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("case", results.Case);
            json.WriteStartArray("experiments");
            foreach (var experiment in results.Experiments)
            {
                Write(json, experiment);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    public static CaseResults Read(byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        try
        {
            var root = document.RootElement;
            var experiments = root.GetProperty("experiments").EnumerateArray();
            return new CaseResults(Text(root, "case"), [.. experiments.Select(Experiment)]);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new JsonException("These are no results.", e);
        }
    }

    private static void Write(Utf8JsonWriter json, ExperimentResult experiment)
    {
        json.WriteStartObject();
        json.WriteString("name", experiment.Name);
        Number(json, "seconds", experiment.Seconds);
        json.WriteStartObject("metrics");
        foreach (var (name, value) in experiment.Metrics)
        {
            Number(json, name, value);
        }

        json.WriteEndObject();
        json.WriteStartObject("equation");
        json.WriteString("model", experiment.Equation.Model);
        json.WriteString("discovered", experiment.Equation.Discovered);
        json.WriteString("corrected", experiment.Equation.Corrected);
        json.WriteEndObject();
        json.WriteStartArray("terms");
        foreach (var term in experiment.Terms)
        {
            json.WriteStartObject();
            json.WriteString("term", term.Term);
            Number(json, "coefficient", term.Coefficient);
            Number(json, "deviation", term.Deviation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static ExperimentResult Experiment(JsonElement json)
    {
        var metrics = new OrderedDictionary<string, double>();
        foreach (var metric in json.GetProperty("metrics").EnumerateObject())
        {
            metrics[metric.Name] = Value(metric.Value);
        }

        var equation = json.GetProperty("equation");
        return new ExperimentResult(
            Text(json, "name"),
            Value(json.GetProperty("seconds")),
            metrics,
            new FoundEquation(Text(equation, "model"), Text(equation, "discovered"), Text(equation, "corrected")),
            [.. json.GetProperty("terms").EnumerateArray().Select(Term)]);
    }

    private static FoundTerm Term(JsonElement json) =>
        new(Text(json, "term"), Value(json.GetProperty("coefficient")), Value(json.GetProperty("deviation")));

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";

    private static double Value(JsonElement json) =>
        json.ValueKind == JsonValueKind.Null ? double.NaN : json.GetDouble();
}
