using System.Text.Json.Nodes;

namespace Sci.Cases.Settings;

/// <summary>The number lies between two bounds, either included.</summary>
public sealed class BetweenAttribute(double minimum, double maximum) : NumberRuleAttribute
{
    /// <summary>The smallest value.</summary>
    public double Minimum { get; } = minimum;

    /// <summary>The largest value.</summary>
    public double Maximum { get; } = maximum;

    /// <inheritdoc/>
    public override void Describe(JsonObject schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        schema["minimum"] = Minimum;
        schema["maximum"] = Maximum;
    }

    /// <inheritdoc/>
    protected override string? Complaint(double value) => value >= Minimum && value <= Maximum
        ? null
        : $"must lie between {Number.Text(Minimum)} and {Number.Text(Maximum)}";
}
