using System.Text.Json.Nodes;

namespace Sci.Cases.Settings;

/// <summary>A rule that one value obeys by itself; on a list or map it holds for every item.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class RuleAttribute : Attribute
{
    /// <summary>Whether the rule speaks of this value.</summary>
    public abstract bool Concerns(object value);

    /// <summary>The end of a sentence that begins with key and value ("must be positive"), or null.</summary>
    public abstract string? Complaint(object value);

    /// <summary>Adds the rule to the JSON schema of the value.</summary>
    public abstract void Describe(JsonObject schema);
}
