using System.Text.Json.Nodes;

namespace Sci.Cases.Settings;

/// <summary>The number is even and positive: a number of points that real Fourier transforms take.</summary>
public sealed class EvenAttribute : NumberRuleAttribute
{
    /// <inheritdoc/>
    public override void Describe(JsonObject schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        schema["multipleOf"] = 2;
        schema["minimum"] = 2;
    }

    /// <inheritdoc/>
    protected override string? Complaint(double value) =>
        value > 0 && value % 2 == 0 ? null : "must be even and positive";
}
