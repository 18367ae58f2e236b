using System.Reflection;
using System.Xml.Linq;
using Sci.Testing;

namespace Sci.Architecture.Tests;

public sealed class ReferenceTests
{
    // The second column of design.md's table: what a folder may use, and through it what that may use.
    private static readonly Dictionary<string, string[]> Direct = new(StringComparer.Ordinal)
    {
        ["Numerics"] = [],
        ["Hdf5"] = [],
        ["Torch"] = [],
        ["Reader"] = ["Hdf5"],
        ["Solvers"] = ["Numerics"],
        ["Assimilation"] = ["Solvers"],
        ["Discovery"] = ["Solvers"],
        ["Surrogates"] = ["Solvers", "Torch"],
        ["Cases"] = ["Assimilation", "Discovery", "Surrogates", "Solvers", "Numerics", "Hdf5", "Torch", "Reader"],
        ["Sci"] = ["Cases"],
    };

    public static TheoryData<string> Projects => [.. Direct.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_what_its_place_in_the_house_allows(string project)
    {
        var path = project == "Sci" ? "Sci.csproj" : $"src/{project}/{project}.csproj";
        var references = XDocument.Parse(Source.Text(path)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(
                ((string)reference.Attribute("Include")!).Split('/', '\\')[^1]));

        Source.None(references.Except(Closure(project)));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void An_assembly_uses_what_its_place_in_the_house_allows(string project)
    {
        var used = Assembly.Load(project == "Sci" ? "sci" : $"Sci.{project}").GetReferencedAssemblies()
            .Select(assembly => assembly.Name!)
            .Where(name => name.StartsWith("Sci.", StringComparison.Ordinal))
            .Select(name => name["Sci.".Length..]);

        Source.None(used.Except(Closure(project)));
    }

    [Fact]
    public void Every_project_of_the_source_has_its_place()
    {
        var found = Directory.EnumerateFiles(
            Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension);

        Source.None(found.Except(Direct.Keys));
    }

    private static IEnumerable<string> Closure(string project) =>
        Direct[project].Concat(Direct[project].SelectMany(Closure));
}
