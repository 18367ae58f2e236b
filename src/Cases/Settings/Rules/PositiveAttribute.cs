using System.Text.Json.Nodes;

namespace Sci.Cases.Settings;

/// <summary>The number is above zero.</summary>
public sealed class PositiveAttribute : NumberRuleAttribute
{
    /// <inheritdoc/>
    public override void Describe(JsonObject schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        schema["exclusiveMinimum"] = 0;
    }

    /// <inheritdoc/>
    protected override string? Complaint(double value) => value > 0 ? null : "must be positive";
}
