using System.Text.Json.Nodes;

namespace Sci.Cases.Settings;

/// <summary>
/// The text is a path of data: inside the case's folder, or a full path; never climbing out with <c>..</c>.
/// </summary>
public sealed class DataPathAttribute : RuleAttribute
{
    /// <inheritdoc/>
    public override bool Concerns(object value) => value is string;

    /// <inheritdoc/>
    public override string? Complaint(object value)
    {
        var path = (string)value;
        return path.Length == 0 || path.Contains('\0') ? "is not a path"
            : path.Split('/', '\\').Contains("..") ? "must lie in the case's folder, without `..`, or be a full path"
            : null;
    }

    /// <inheritdoc/>
    public override void Describe(JsonObject schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        schema["minLength"] = 1;
    }
}
