using System.Reflection;
using System.Runtime.CompilerServices;

namespace Sci.Cases.Settings;

/// <summary>A property that a key of the file sets.</summary>
internal sealed record Setting(string Key, PropertyInfo Property, bool Required, bool Nullable, bool CostOnly)
{
    public Shape Shape { get; } =
        Shape.Of(System.Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType);

    public IReadOnlyList<RuleAttribute> Rules { get; } = [.. Property.GetCustomAttributes<RuleAttribute>()];

    /// <summary>The settings of a record in the order of declaration, inherited ones first.</summary>
    public static IEnumerable<Setting> Of(Type type) => Of(type, new NullabilityInfoContext());

    private static IEnumerable<Setting> Of(Type type, NullabilityInfoContext nullability) => type == typeof(object)
        ? []
        : Of(type.BaseType!, nullability).Concat(type
            .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.SetMethod is { IsPublic: true } && property.GetMethod is { IsPublic: true })
            .OrderBy(property => property.MetadataToken)
            .Select(property => Of(property, nullability)));

    private static Setting Of(PropertyInfo property, NullabilityInfoContext nullability) => new(
        property.GetCustomAttribute<KeyAttribute>()?.Name ?? Shape.KeyOf(property.Name),
        property,
        property.IsDefined(typeof(RequiredMemberAttribute)),
        nullability.Create(property).WriteState == NullabilityState.Nullable,
        property.IsDefined(typeof(CostOnlyAttribute)));
}
