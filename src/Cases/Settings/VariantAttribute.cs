namespace Sci.Cases.Settings;

/// <summary>Declares, on an abstract record, one of the records that may stand in its place.</summary>
/// <remarks>
/// A plain variant is chosen by <c>method: name</c> beside its settings (the key is <see cref="ChosenByAttribute"/>'s),
/// by standing alone (<c>analysis: {name: {…}}</c>), or, where it needs no settings, by its bare name. A variant
/// <see cref="ByKey"/> is chosen by the presence of a setting of that name: <c>truth: {file: a.h5, dataset: u}</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class VariantAttribute(string name, Type type) : Attribute
{
    /// <summary>The name in the file; for <see cref="ByKey"/>, the key that only this variant has.</summary>
    public string Name { get; } = name;

    /// <summary>The record that it stands for.</summary>
    public Type Type { get; } = type;

    /// <summary>Whether the presence of the key chooses the variant.</summary>
    public bool ByKey { get; init; }

    /// <summary>
    /// Whether the key's value may stand alone, for a variant <see cref="ByKey"/>: <c>initial: cos(x)</c>.
    /// </summary>
    public bool ByText { get; init; }
}
