using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Sci.Packages.Tests;

/// <summary>All that users of an assembly can see, as text: a line a member, in a fixed order.</summary>
/// <remarks>What the compiler adds to every record is left out.</remarks>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.Instance | BindingFlags.Static;

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var space in assembly.GetExportedTypes().GroupBy(type => type.Namespace)
            .OrderBy(space => space.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"namespace {space.Key}\n");
            foreach (var type in space.OrderBy(TypeName.Of, StringComparer.Ordinal))
            {
                text.Append('\n').Append(Head(type)).Append('\n').AppendJoin(
                    "", Lines(type).Select(line => $"    {line}\n"));
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd() + "\n";
    }

    private static string Head(Type type)
    {
        if (type.IsSubclassOf(typeof(Delegate)))
        {
            return $"delegate {Method(type.GetMethod("Invoke")!).Replace(" Invoke(", $" {TypeName.Of(type)}(", StringComparison.Ordinal)}";
        }

        var kind = type.IsInterface ? "interface" : type.IsEnum ? "enum"
            : IsRecord(type) ? type.IsValueType ? "record struct" : "record"
            : type.IsByRefLike ? "ref struct" : type.IsValueType ? "struct" : "class";
        var manner = type is { IsAbstract: true, IsSealed: true } ? "static "
            : type is { IsClass: true, IsAbstract: true } ? "abstract "
            : type is { IsClass: true, IsSealed: true } ? "sealed " : "";
        string[] parents = [.. Parents(type)];
        return $"{manner}{kind} {TypeName.Of(type)}{(parents.Length > 0 ? $" : {string.Join(", ", parents)}" : "")}";
    }

    // A record is told by the property that its equality rests on, a record struct by the printing of its members.
    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", Declared) is not null;

    private static IEnumerable<string> Parents(Type type)
    {
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var own = type.GetInterfaces().Except(inherited)
            .Where(parent => !type.IsEnum && parent.IsVisible && !IsEquality(type, parent)).Select(TypeName.Of)
            .Order(StringComparer.Ordinal);
        return type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType)
            && parent != typeof(Enum) ? own.Prepend(TypeName.Of(parent)) : own;
    }

    private static bool IsEquality(Type type, Type parent) => IsRecord(type) && parent.IsGenericType
        && parent.GetGenericTypeDefinition() == typeof(IEquatable<>);

    private static IEnumerable<string> Lines(Type type) => type.IsSubclassOf(typeof(Delegate)) ? []
        : type.IsEnum ? Enum.GetNames(type)
        : Fields(type).Concat(Constructors(type)).Concat(Properties(type)).Concat(Methods(type));

    private static IEnumerable<string> Fields(Type type) => type.GetFields(Declared)
        .Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly)
        .Select(field => field.IsLiteral
            ? $"const {TypeName.Of(field.FieldType)} {field.Name} = {Value(field.GetRawConstantValue())}"
            : $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{TypeName.Of(new NullabilityInfoContext().Create(field))} {field.Name}")
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Constructors(Type type) => type.GetConstructors(Declared)
        .Where(Seen).Where(each => !each.IsStatic && !(IsRecord(type) && IsCopy(type, each)))
        .Select(each => $"{Access(each)}new({Parameters(each)})").Order(StringComparer.Ordinal);

    private static bool IsCopy(Type type, ConstructorInfo each) =>
        each.GetParameters() is [var only] && only.ParameterType == type;

    private static IEnumerable<string> Properties(Type type) => type.GetProperties(Declared)
        .Where(each => each.GetAccessors(nonPublic: true).Any(Seen) && !IsMade(each))
        .Select(Property).Order(StringComparer.Ordinal);

    private static string Property(PropertyInfo each)
    {
        var first = each.GetAccessors(nonPublic: true).First(Seen);
        var index = each.GetIndexParameters();
        var name = index.Length == 0 ? each.Name : $"this[{string.Join(", ", index.Select(Parameter))}]";
        var set = each.SetMethod is { } setter && Seen(setter)
            ? setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;"
            : "";
        var get = each.GetMethod is { } getter && Seen(getter) ? " get;" : "";
        var required = each.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        return $"{Access(first)}{Manner(first)}{required}{TypeName.Of(new NullabilityInfoContext().Create(each))} "
            + $"{name} {{{get}{set} }}";
    }

    private static IEnumerable<string> Methods(Type type) => type.GetMethods(Declared)
        .Where(each => Seen(each) && !IsMade(each)
            && (!each.IsSpecialName || each.Name.StartsWith("op_", StringComparison.Ordinal)))
        .Select(Method).Order(StringComparer.Ordinal);

    private static string Method(MethodInfo each)
    {
        var generic = each.IsGenericMethodDefinition
            ? $"<{string.Join(", ", each.GetGenericArguments().Select(TypeName.Of))}>" : "";
        var result = TypeName.Of(new NullabilityInfoContext().Create(each.ReturnParameter));
        var name = each.Name.StartsWith("op_", StringComparison.Ordinal) ? $"operator {each.Name[3..]}" : each.Name;
        return $"{Access(each)}{Manner(each)}{result} {name}{generic}({Parameters(each)})";
    }

    private static string Manner(MethodInfo each) => each.IsStatic ? "static "
        : each.DeclaringType!.IsInterface ? each.IsAbstract ? "" : "virtual "
        : each.GetBaseDefinition() != each ? "override " : each.IsAbstract ? "abstract "
        : each is { IsVirtual: true, IsFinal: false, DeclaringType.IsSealed: false } ? "virtual " : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo each)
    {
        var way = each.IsOut ? "out " : each.ParameterType.IsByRef ? each.IsIn ? "in " : "ref "
            : each.IsDefined(typeof(ParamArrayAttribute))
                || each.IsDefined(typeof(ParamCollectionAttribute)) ? "params " : "";
        var fallback = !each.HasDefaultValue ? ""
            : each is { RawDefaultValue: null, ParameterType.IsValueType: true }
                && Nullable.GetUnderlyingType(each.ParameterType) is null
            ? " = default" : $" = {Value(each.RawDefaultValue)}";
        var receiver = each.Position == 0 && each.Member.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return $"{receiver}{way}{TypeName.Of(new NullabilityInfoContext().Create(each))} {each.Name}{fallback}";
    }

    private static string Value(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static bool Seen(MethodBase each) => each.IsPublic || each.IsFamily || each.IsFamilyOrAssembly;

    private static string Access(MethodBase each) => each.IsPublic ? "" : "protected ";

    private static bool IsMade(MemberInfo member) => member.IsDefined(typeof(CompilerGeneratedAttribute));
}
