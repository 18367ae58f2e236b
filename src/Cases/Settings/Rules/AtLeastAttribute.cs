using System.Text.Json.Nodes;

namespace Sci.Cases.Settings;

/// <summary>The number is not below a bound.</summary>
public sealed class AtLeastAttribute(double minimum) : NumberRuleAttribute
{
    /// <summary>The smallest value.</summary>
    public double Minimum { get; } = minimum;

    /// <inheritdoc/>
    public override void Describe(JsonObject schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        schema["minimum"] = Minimum;
    }

    /// <inheritdoc/>
    protected override string? Complaint(double value) =>
        value >= Minimum ? null : $"must be at least {Number.Text(Minimum)}";
}
