using System.Reflection;

namespace Sci.Packages.Tests;

/// <summary>Types as C# writes them.</summary>
internal static class TypeName
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(nint)] = "nint",
        [typeof(nuint)] = "nuint",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(char)] = "char",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    /// <summary>A type with the question marks of what may be null in it.</summary>
    public static string Of(NullabilityInfo nullability)
    {
        var type = nullability.Type.IsByRef ? nullability.Type.GetElementType()! : nullability.Type;
        var mark = !type.IsValueType
            && !type.IsGenericParameter && nullability.ReadState == NullabilityState.Nullable ? "?" : "";
        return type.IsArray && nullability.ElementType is { } element ? $"{Of(element)}[]{mark}"
            : Of(type, Arguments(type, nullability)) + mark;
    }

    /// <summary>A type without the namespaces.</summary>
    public static string Of(Type type) => type.IsArray
        ? $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]"
        : type.IsByRef ? Of(type.GetElementType()!) : type.IsPointer ? $"{Of(type.GetElementType()!)}*"
        : Of(type, [.. type.GetGenericArguments().Select(Of)]);

    private static string[] Arguments(Type type, NullabilityInfo nullability) =>
        nullability.GenericTypeArguments.Length == type.GetGenericArguments().Length
            ? [.. nullability.GenericTypeArguments.Select(Of)]
            : [.. type.GetGenericArguments().Select(Of)];

    private static string Of(Type type, string[] arguments)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return $"{Of(value)}?";
        }

        var name = Keywords.GetValueOrDefault(type, type.Name.Split('`')[0]);
        return name == "ValueTuple" ? $"({string.Join(", ", arguments)})"
            : (type is { IsNested: true, IsGenericParameter: false } ? $"{Of(type.DeclaringType!, [])}." : "")
                + name + (arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments)}>");
    }
}
