using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>Cases with settings of type <typeparamref name="T"/>, each experiment run by one function.</summary>
/// <param name="pipeline">Runs one experiment; seconds and CPU time are measured around it.</param>
public sealed class CaseKind<T>(Func<ExperimentRun<T>, ExperimentResult> pipeline) : ICaseKind
    where T : class
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names => [];

    /// <inheritdoc/>
    public ICaseKind Named(string name) =>
        throw new SettingsException(new Place("kind"), $"there are no kinds here, such as {name}.");

    /// <inheritdoc/>
    public ICase Open(string path)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, "case.yaml") : path;
        return File.Exists(file)
            ? new CaseFolder<T>(file, SettingsFile.Read<T>(file), pipeline)
            : throw new SettingsException(
                new Place(path), $"there is no case here; {(File.Exists(Path.Combine("cases", path, "case.yaml"))
                    ? $"did you mean `cases/{path}`?" : "name a folder that holds a case.yaml.")}");
    }

    /// <inheritdoc/>
    public string Schema() => SettingsSchema.Json<T>();

    /// <inheritdoc/>
    public string Guide() => SettingsGuide.Markdown<T>();
}
