using Sci.Cases.Files;
using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Discovery from data alone, from data to report.</summary>
public static class AlonePipeline
{
    // Raised when a stage comes to mean something else, so that older files do not fit.
    private const string Version = "3";

    /// <summary>Runs one experiment, or reads its files where they still fit.</summary>
    /// <exception cref="BlowUpException">A solver left the finite numbers.</exception>
    /// <exception cref="DataException">The user's file is not as the settings say.</exception>
    /// <exception cref="StageException">A file cannot be read or written.</exception>
    public static ExperimentResult Run(ExperimentRun<AloneSettings> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var settings = run.Experiment.Settings;
        using var store = new StageStore(run.Output);
        var stages = new RunStages<AloneSettings>(run, store);
        var print = Fingerprint.Of(
            $"alone data {Version}",
            $"{SettingsText.Fingerprint(settings.Data)} {settings.Data.Contents(run.CaseFolder)}");
        var data = stages.Of(
            "1-data", "data", print, AloneFile.ReadData,
            (_, _) => settings.Data.Series(run.CaseFolder, run.Cancel), AloneFile.WriteData,
            series => $"{series.Times} observations of {string.Join(", ", series.Fields)} at {series.Points} point{(series.Points == 1 ? "" : "s")}");
        var more = $"{settings.Seed} {settings.Seeds} {settings.Noise:r} {settings.Truth} {string.Join(' ', settings.Fields ?? [])}";
        var found = stages.Of(
            "4-discovery", "discovery",
            Fingerprint.Of(
                $"alone discovery {Version}", $"{SettingsText.Fingerprint(settings.Form, settings.Library)} {more}",
                print),
            AloneFile.Read, (_, progress) => AloneStage.Run(settings, data, run.CaseFolder, progress, run.Cancel),
            AloneFile.Write,
            outcome => string.Join("; ", outcome.Findings.Select(AloneResult.Text)));
        var result = AloneResult.Of(run.Experiment.Name, settings, data, found);
        AloneReport.Write(run, result, data, found);
        return result;
    }
}
