namespace Sci.Cases.Settings;

/// <summary>
/// Reads settings strictly: what is unknown, missing, ill-typed or impossible is told with its place.
/// </summary>
/// <remarks>
/// <para>
/// Write a record a block; a property <c>TimeStep</c> is the key <c>time_step</c> (<see cref="KeyAttribute"/> names
/// another):
/// </para>
/// <code>
/// public sealed record CaseSettings : IChecked
/// {
///     public required string Title { get; init; }                       // must be in the file
///     public required ModelSettings Model { get; init; }                // a block of keys
///     [Positive] public double? Noise { get; init; }                    // may be left out, or null
///     [Between(0, 1)] public IReadOnlyList&lt;double&gt; Levels { get; init; } = [0.5];   // each item obeys
///     [CostOnly] public int Threads { get; init; } = 1;                 // not part of fingerprints
///
///     public void Check(Complaints complaints) =>                       // rules across settings
///         complaints.Require(Noise is null || Model.Members > 1, nameof(Noise), "needs more than one member");
/// }
///
/// [Variant("enkf", typeof(Enkf))]                                       // analysis: {method: enkf, members: 100}
/// [Variant("file", typeof(FromFile), ByKey = true)]                     // analysis: {file: other.h5}
/// public abstract record AnalysisSettings;
/// </code>
/// <para>
/// Properties may be <c>double</c>, <c>int</c>, <c>long</c>, <c>ulong</c>, <c>bool</c>, <c>string</c>, enums (as
/// snake_case words), records, abstract records with <see cref="VariantAttribute"/>, and <c>IReadOnlyList</c>, arrays
/// or <c>IReadOnlyDictionary&lt;string, …&gt;</c> of these. Records need a constructor without parameters and
/// <c>required</c> or defaulted <c>init</c> properties; properties without a setter are left alone. Rules that one
/// value obeys are attributes (<see cref="RuleAttribute"/>), rules across several are <see cref="IChecked"/>.
/// </para>
/// <para>
/// Beside the record's own keys the file may have <c>experiments:</c>, a map of names to overrides (blocks merge, lists
/// and values replace, another variant replaces its block), each of which may begin with <c>like: OTHER</c> and
/// <c>about: one line</c>; and <c>default_experiments: [names]</c>, which are all where it is left out. A file without
/// experiments has one, named <c>default</c>.
/// </para>
/// <code>
/// var file = SettingsFile.Read&lt;CaseSettings&gt;("cases/ks/case.yaml");     // every experiment is checked
/// foreach (var each in file.Select(["honest-*"], ["model.time_step=1e-3"])) { Run(each.Name, each.Settings); }
/// </code>
/// </remarks>
public static class SettingsFile
{
    /// <summary>Reads a file and every experiment in it.</summary>
    /// <exception cref="SettingsException">Something is wrong with the file.</exception>
    public static SettingsFile<T> Read<T>(string path)
        where T : class => new(YamlTree.Read(path));

    /// <summary>Reads a text; <paramref name="origin"/> is what messages call it.</summary>
    /// <exception cref="SettingsException">Something is wrong with the text.</exception>
    public static SettingsFile<T> Parse<T>(string text, string origin)
        where T : class => new(YamlTree.Parse(text, origin));
}
