using System.Security.Cryptography;
using System.Text;

namespace Sci.Cases.Settings;

/// <summary>Writes settings back: canonical texts, so that equal settings give equal bytes.</summary>
public static class SettingsText
{
    /// <summary>YAML that <see cref="SettingsFile.Parse"/> reads back to the same settings.</summary>
    public static string Yaml(object settings) => YamlText.Write(SettingsTree.Of(settings, withCost: true));

    /// <summary>One line of JSON.</summary>
    public static string Json(object settings) => JsonText.Write(SettingsTree.Of(settings, withCost: true));

    /// <summary>
    /// SHA-256, in 64 hexadecimal digits, of the JSON of all parts without their <see cref="CostOnlyAttribute"/>
    /// settings: equal where a rerun would give the same bytes.
    /// </summary>
    public static string Fingerprint(params ReadOnlySpan<object> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            _ = text.Append(JsonText.Write(SettingsTree.Of(part, withCost: false))).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
