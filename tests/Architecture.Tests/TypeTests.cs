using System.Reflection;
using System.Runtime.CompilerServices;

namespace Sci.Architecture.Tests;

public sealed class TypeTests
{
    private static readonly string[] Names =
        ["Sci.Numerics", "Sci.Hdf5", "Sci.Torch", "Sci.Solvers", "Sci.Assimilation", "Sci.Discovery", "Sci.Surrogates", "Sci.Cases", "sci"];

    private static IEnumerable<Type> Types => Names.SelectMany(name => Assembly.Load(name).GetTypes())
        .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.Name.Contains(
            '<', StringComparison.Ordinal));

    [Fact]
    public void Classes_are_sealed_or_abstract_or_static() => Source.None(Types
        .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false })
        // The runtime derives from a DispatchProxy; nobody else does.
        .Where(type => !type.IsSubclassOf(typeof(DispatchProxy)) && !IsForeign(type))
        .Select(type => type.FullName));

    [Fact]
    public void A_public_type_stands_in_a_file_of_its_name()
    {
        var files = Source.Code("src").Select(path => Path.GetFileName(path).Split('.', '{')[0]).ToHashSet();

        Source.None(Types
            .Where(type => type is { IsPublic: true, IsNested: false }
                && !type.IsSubclassOf(typeof(Delegate)) && !IsForeign(type))
            .Select(type => type.Name.Split('`')[0])
            .Where(name => !files.Contains(name)));
    }

    // Declared as another library declares it, so that code written for that one compiles.
    private static bool IsForeign(Type type) => type.Namespace is { } space
        && (space.StartsWith("TorchSharp", StringComparison.Ordinal) || space.StartsWith(
            "HDF.PInvoke", StringComparison.Ordinal));
}
