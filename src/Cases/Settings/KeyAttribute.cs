namespace Sci.Cases.Settings;

/// <summary>Names the key of a property where <c>TimeStep</c> ↔ <c>time_step</c> does not do.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeyAttribute(string name) : Attribute
{
    /// <summary>The key in the file.</summary>
    public string Name { get; } = name;
}
