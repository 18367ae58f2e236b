using System.Text.Json.Nodes;

namespace Sci.Cases.Settings;

/// <summary>The text is a path inside the case's folder: relative, and never climbing out with <c>..</c>.</summary>
public sealed class CasePathAttribute : RuleAttribute
{
    /// <inheritdoc/>
    public override bool Concerns(object value) => value is string;

    /// <inheritdoc/>
    public override string? Complaint(object value)
    {
        var path = (string)value;
        return path.Length == 0 || path.Contains('\0') ? "is not a path"
            : Path.IsPathRooted(path) ? "must be relative to the case's folder"
            : path.Split('/', '\\').Contains("..") ? "must stay inside the case's folder, without `..`"
            : null;
    }

    /// <inheritdoc/>
    public override void Describe(JsonObject schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        schema["minLength"] = 1;
    }
}
