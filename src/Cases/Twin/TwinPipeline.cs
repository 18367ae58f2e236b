using Sci.Cases.Files;
using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Twin experiments of the assimilation literature, from truth to report.</summary>
public static class TwinPipeline
{
    // Raised when the stage comes to mean something else, so that older files do not fit.
    private const string Version = "3";

    /// <summary>Runs one experiment, or reads its file where it still fits.</summary>
    /// <exception cref="BlowUpException">A model left the finite numbers.</exception>
    /// <exception cref="StageException">A file cannot be read or written.</exception>
    public static ExperimentResult Run(ExperimentRun<TwinSettings> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var settings = run.Experiment.Settings;
        using var store = new StageStore(run.Output);
        var outcomes = new RunStages<TwinSettings>(run, store).Of(
            "3-analysis", "analysis", Print(settings), TwinFile.Read,
            (_, progress) => TwinStage.Run(settings, progress, run.Cancel),
            (file, outcomes) => TwinFile.Write(file, outcomes, settings),
            outcomes => TwinReport.Sentence(TwinMetrics.Of(run.Experiment.Name, settings, outcomes)));
        var result = TwinMetrics.Of(run.Experiment.Name, settings, outcomes);
        TwinReport.Write(run, result, outcomes);
        return result;
    }

    // Titles and references decide nothing.
    private static Fingerprint Print(TwinSettings settings) => Fingerprint.Of(
        $"twin analysis {Version}",
        SettingsText.Fingerprint(
            settings.System, settings.Model ?? settings.System, settings.Start, settings.Observations,
            settings.Climate, settings.Assimilation)
            + string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $" {settings.Seed} {settings.Seeds} {settings.BurnIn} {settings.Analyses}"));
}
