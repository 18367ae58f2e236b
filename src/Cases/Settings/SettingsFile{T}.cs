namespace Sci.Cases.Settings;

/// <summary>A settings file that has been read, with the experiments that it holds.</summary>
public sealed class SettingsFile<T>
    where T : class
{
    private readonly ExperimentTree tree;
    private readonly string folder;
    private readonly Shape shape = Shape.Of(typeof(T));

    internal SettingsFile(Node root)
    {
        folder = File.Exists(root.Place.Origin) ? Path.GetDirectoryName(Path.GetFullPath(root.Place.Origin))! : ".";
        tree = new ExperimentTree(root, shape);
        Experiments = Bind(tree.Names, []);
    }

    /// <summary>All experiments, in the file's order.</summary>
    public IReadOnlyList<Experiment<T>> Experiments { get; }

    /// <summary>Names of the experiments that run where none is named.</summary>
    public IReadOnlyList<string> Defaults => tree.Defaults;

    /// <summary>The experiments named, with single settings changed.</summary>
    /// <param name="names">Names, patterns with <c>*</c>, or <c>all</c>; none means <see cref="Defaults"/>.</param>
    /// <param name="overrides">Texts <c>a.b.c=value</c>, the value in YAML.</param>
    /// <exception cref="SettingsException">A name or key is unknown, or a value is impossible.</exception>
    public IReadOnlyList<Experiment<T>> Select(IReadOnlyCollection<string> names, IReadOnlyCollection<string> overrides)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(overrides);
        var chosen = names.Count == 0 ? Defaults : [.. names.SelectMany(tree.Matching).Distinct()];
        return overrides.Count > 0
            ? Bind(chosen, [.. overrides.Select(Override.Parse)])
            : [.. Experiments.Where(experiment => chosen.Contains(experiment.Name))];
    }

    private List<Experiment<T>> Bind(IReadOnlyList<string> names, IReadOnlyList<Node> overrides)
    {
        var bound = new List<Experiment<T>>();
        var wrong = new List<(string Name, Finding Finding)>();
        foreach (var name in names)
        {
            var binder = new Binder(ExperimentTree.Keys, folder);
            var node = overrides.Aggregate(tree.Settings(name), (below, above) => Layers.Over(shape, below, above));
            if (binder.Bind(shape, node) is T settings)
            {
                bound.Add(new Experiment<T>(name, tree.About(name), settings));
            }

            wrong.AddRange(binder.Findings.Select(finding => (name, finding)));
        }

        return wrong.Count == 0 ? bound : throw new SettingsException(wrong
            .GroupBy(pair => pair.Finding, pair => pair.Name)
            .Select(group => Named(group.Key, [.. group], names.Count)));
    }

    /// <summary>Says which experiments are concerned, unless all are.</summary>
    private static Finding Named(Finding finding, string[] concerned, int all)
    {
        var others = concerned.Length > 1 ? $" and {concerned.Length - 1} more" : "";
        return concerned.Length == all
            ? finding
            : finding with { Sentence = $"{finding.Sentence} (experiment {concerned[0]}{others})" };
    }
}
