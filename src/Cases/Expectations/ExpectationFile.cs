using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>The <c>expected.yaml</c> beside a case.</summary>
public sealed record ExpectationFile
{
    /// <summary>The expectations, in the order to show them.</summary>
    public required IReadOnlyList<Expectation> Expected { get; init; }

    /// <summary>Reads the file of a case's folder; a case without one expects nothing.</summary>
    /// <exception cref="SettingsException">Something is wrong with the file.</exception>
    public static ExpectationFile Of(string folder)
    {
        var path = Path.Combine(folder, "expected.yaml");
        return File.Exists(path)
            ? SettingsFile.Read<ExpectationFile>(path).Experiments[0].Settings
            : new ExpectationFile { Expected = [] };
    }
}
