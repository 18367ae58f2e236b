using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sci.Cases.Settings;

/// <summary>Nodes as JSON.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Node node)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            Write(json, node);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>A text between double quotes, as YAML reads it too.</summary>
    public static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, Options.Encoder)}\"";

    private static void Write(Utf8JsonWriter json, Node node)
    {
        switch (node)
        {
            case ScalarNode { Quoted: true } text:
                json.WriteStringValue(text.Text);
                break;
            case ScalarNode plain:
                json.WriteRawValue(plain.Text);
                break;
            case SequenceNode list:
                json.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case MappingNode map:
                json.WriteStartObject();
                foreach (var entry in map.Entries)
                {
                    json.WritePropertyName(entry.Key);
                    Write(json, entry.Value);
                }

                json.WriteEndObject();
                break;
        }
    }
}
