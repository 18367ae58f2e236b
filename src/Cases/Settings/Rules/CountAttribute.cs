using System.Collections;
using System.Text.Json.Nodes;

namespace Sci.Cases.Settings;

/// <summary>The list has a number of items between two bounds, either included.</summary>
public sealed class CountAttribute(int minimum, int maximum = int.MaxValue) : RuleAttribute
{
    /// <summary>The fewest items.</summary>
    public int Minimum { get; } = minimum;

    /// <summary>The most items.</summary>
    public int Maximum { get; } = maximum;

    /// <inheritdoc/>
    public override bool Concerns(object value) => value is IEnumerable and not string;

    /// <inheritdoc/>
    public override string? Complaint(object value)
    {
        var count = ((IEnumerable)value).Cast<object?>().Count();
        return count >= Minimum && count <= Maximum ? null : $"has {count} items; {Wanted} are wanted";
    }

    /// <inheritdoc/>
    public override void Describe(JsonObject schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        schema["minItems"] = Minimum;
        if (Maximum != int.MaxValue)
        {
            schema["maxItems"] = Maximum;
        }
    }

    private string Wanted => Maximum == int.MaxValue ? $"{Minimum} or more"
        : Minimum == Maximum ? $"{Minimum}" : $"{Minimum} to {Maximum}";
}
