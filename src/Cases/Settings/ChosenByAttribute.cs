namespace Sci.Cases.Settings;

/// <summary>Names the key that chooses a variant where it is not <c>method</c>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ChosenByAttribute(string key) : Attribute
{
    /// <summary>The key, such as <c>kind</c>.</summary>
    public string Key { get; } = key;
}
