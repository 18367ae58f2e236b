using Sci.Cases;
using Sci.Cases.Settings;

namespace Sci.Cli;

/// <summary>Runs nothing: there is no pipeline in this build.</summary>
internal sealed class NoCases : ICaseKind
{
    public ICase Open(string path) => throw new SettingsException(new Place(path), "this build has no pipeline that runs cases.");

    public string Schema() => "{}\n";
}
