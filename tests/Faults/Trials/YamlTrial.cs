using Sci.Numerics;
using Sci.Testing;

namespace Sci.Faults;

/// <summary>
/// The settings of the cases and examples that ship, mistyped or turned hostile: listed or validated.
/// </summary>
internal sealed class YamlTrial : ITrial
{
    private readonly string folder;
    private readonly string[] originals;

    public YamlTrial(string folder)
    {
        this.folder = folder;
        originals = [.. new[] { "cases", "examples" }
            .SelectMany(place => Directory.GetFiles(
                Path.Combine(Repository.Root, place), "case.yaml", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal).Select(File.ReadAllText)];
    }

    public Verdict Run(RandomSource random)
    {
        var original = originals[random.Below(originals.Length)];
        File.WriteAllBytes(Path.Combine(folder, "case.yaml"), HostileYaml.Of(original, random));
        return Verdict.Of(SciProgram.Run(random.Below(2) == 0 ? "list" : "validate", folder));
    }
}
