using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace Sci.Cases.Settings;

/// <summary>What may stand at a place of the file, read off a C# type.</summary>
internal abstract record Shape(Type Type)
{
    private static readonly ConcurrentDictionary<Type, Shape> Known = new();

    /// <summary>What is wanted, as the end of "but … is wanted".</summary>
    public abstract string Wanted { get; }

    public static Shape Of(Type type) => Known.GetOrAdd(type, Make);

    /// <summary><c>TimeStep</c> → <c>time_step</c>.</summary>
    public static string KeyOf(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private static Shape Make(Type type) => type switch
    {
        _ when type == typeof(string) => new TextShape(type),
        _ when type == typeof(bool) => new FlagShape(type),
        _ when type == typeof(double) => new RealShape(type),
        _ when type == typeof(int) || type == typeof(long) || type == typeof(ulong) => new WholeShape(type),
        { IsEnum: true } => new ChoiceShape(type),
        { IsArray: true } => new ListShape(type, type.GetElementType()!),
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) =>
            new ListShape(type, type.GetGenericArguments()[0]),
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) &&
            type.GetGenericArguments()[0] == typeof(string) => new MapShape(type, type.GetGenericArguments()[1]),
        { IsAbstract: true, IsInterface: false } => new VariantShape(type),
        { IsClass: true } when type.GetConstructor([]) is not null => new RecordShape(type),
        _ => throw new InvalidOperationException(
            $"{type} cannot be a setting: it is no record with a constructor without parameters."),
    };
}

internal sealed record TextShape(Type Type) : Shape(Type)
{
    public override string Wanted => "a text";
}

internal sealed record FlagShape(Type Type) : Shape(Type)
{
    public override string Wanted => "true or false";
}

internal sealed record RealShape(Type Type) : Shape(Type)
{
    public override string Wanted => "a number (such as 0.001, 1/64 or 32*pi)";
}

internal sealed record WholeShape(Type Type) : Shape(Type)
{
    public override string Wanted => "a whole number";
}

internal sealed record ChoiceShape(Type Type) : Shape(Type)
{
    public string[] Names { get; } = [.. Enum.GetNames(Type).Select(KeyOf)];

    public override string Wanted => $"one of {string.Join(", ", Names)}";

    public object Value(int index) => Enum.Parse(Type, Enum.GetNames(Type)[index]);

    public string Word(object value) => KeyOf(Enum.GetName(Type, value)!);
}

internal sealed record ListShape(Type Type, Type ItemType) : Shape(Type)
{
    public Shape Item => Of(ItemType);

    public override string Wanted => "a list (such as [a, b] or lines that begin with `- `)";
}

internal sealed record MapShape(Type Type, Type ItemType) : Shape(Type)
{
    public Shape Item => Of(ItemType);

    public override string Wanted => "a block of `name: value` lines";
}

internal sealed record RecordShape(Type Type) : Shape(Type)
{
    private readonly Lazy<Setting[]> settings = new(() => [.. Setting.Of(Type)]);

    public IReadOnlyList<Setting> Settings => settings.Value;

    public string[] Keys => [.. Settings.Select(setting => setting.Key)];

    public override string Wanted => $"a block of keys ({string.Join(", ", Keys.Take(16))})";

    public Setting? this[string key] => Settings.FirstOrDefault(setting => setting.Key == key);
}

internal sealed record VariantShape : Shape
{
    public VariantShape(Type type)
        : base(type)
    {
        Variants = [.. type.GetCustomAttributes<VariantAttribute>()];
        Key = type.GetCustomAttribute<ChosenByAttribute>()?.Key ?? "method";
        var stranger = Variants.FirstOrDefault(variant => !variant.Type.IsSubclassOf(type) || variant.Type.IsAbstract);
        if (Variants.Count == 0 || stranger is not null)
        {
            throw new InvalidOperationException(
                $"{type} needs [Variant(name, type)] attributes with types derived from it ({stranger?.Name}).");
        }
    }

    /// <summary>Key whose value names the variant.</summary>
    public string Key { get; }

    public IReadOnlyList<VariantAttribute> Variants { get; }

    public IEnumerable<string> Named => Variants.Where(variant => !variant.ByKey).Select(variant => variant.Name);

    /// <summary>The variant that a bare value means, or null.</summary>
    public VariantAttribute? Text => Variants.FirstOrDefault(variant => variant.ByText);

    public IEnumerable<string> Keyed => Variants.Where(variant => variant.ByKey).Select(variant => variant.Name);

    public override string Wanted => string.Join(" or ", Ways);

    private IEnumerable<string> Ways =>
    [
        .. Named.Any() ? [$"`{Key}:` with one of {string.Join(", ", Named)}"] : Array.Empty<string>(),
        .. Text is { } text ? [$"a {text.Name}"] : Array.Empty<string>(),
        .. Keyed.Select(key => $"`{key}:`"),
    ];
}
