namespace Sci.Cases;

/// <summary>A kind of case: what its settings are and how they are run.</summary>
public interface ICaseKind
{
    /// <summary>Reads the case in a folder (or a <c>.yaml</c> file); every experiment in it is checked.</summary>
    /// <exception cref="Settings.SettingsException">There is no case, or something is wrong with it.</exception>
    ICase Open(string path);

    /// <summary>The kinds that it chooses among, as <c>kind:</c> names them; none if it is but one.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>One of those.</summary>
    /// <exception cref="Settings.SettingsException">There is none of that name.</exception>
    ICaseKind Named(string name);

    /// <summary>JSON schema of its <c>case.yaml</c>.</summary>
    string Schema();

    /// <summary>The settings of its <c>case.yaml</c> as tables in Markdown.</summary>
    string Guide();
}
