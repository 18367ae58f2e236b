using System.Text.Json.Nodes;

namespace Sci.Cases.Settings;

/// <summary>The number is zero or above.</summary>
public sealed class NonNegativeAttribute : NumberRuleAttribute
{
    /// <inheritdoc/>
    public override void Describe(JsonObject schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        schema["minimum"] = 0;
    }

    /// <inheritdoc/>
    protected override string? Complaint(double value) => value >= 0 ? null : "must not be negative";
}
