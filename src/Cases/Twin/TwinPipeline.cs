using Sci.Cases.Files;
using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Twin experiments of the assimilation literature, from truth to report.</summary>
public static class TwinPipeline
{
    private const string StageName = "3-analysis";

    // Raised when the stage comes to mean something else, so that older files do not fit.
    private const string Version = "1";

    /// <summary>Runs one experiment, or reads its file where it still fits.</summary>
    /// <exception cref="BlowUpException">A model left the finite numbers.</exception>
    /// <exception cref="StageException">A file cannot be read or written.</exception>
    public static ExperimentResult Run(ExperimentRun<TwinSettings> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var settings = run.Experiment.Settings;
        using var store = new StageStore(run.Output);
        run.Progress.Started("analysis", 1);
        var (done, hold) = (0.0, new Lock());
        var staged = store.GetOrCompute(
            new Stage(StageName, SettingsText.Yaml(settings), Print(settings)),
            TwinFile.Read,
            _ => TwinStage.Run(
                settings,
                part =>
                {
                    lock (hold)
                    {
                        run.Progress.Advanced("analysis", Math.Max(0, part - done));
                        done = Math.Max(part, done);
                    }
                },
                run.Cancel),
            (file, outcomes) => TwinFile.Write(file, outcomes, settings));
        var result = TwinMetrics.Of(run.Experiment.Name, settings, staged.Value);
        run.Progress.Finished(
            "analysis", TwinReport.Sentence(result) + (staged.WasRead ? $" (read from {StageName}.h5)" : ""));
        TwinReport.Write(run, result, staged.Value);
        return result;
    }

    // Titles and references decide nothing.
    private static Fingerprint Print(TwinSettings settings) => Fingerprint.Of(
        $"twin analysis {Version}",
        SettingsText.Fingerprint(
            settings.System, settings.Start, settings.Observations, settings.Climate, settings.Assimilation)
            + string.Create(System.Globalization.CultureInfo.InvariantCulture, $" {settings.Seed} {settings.Seeds} {settings.BurnIn} {settings.Analyses}"));
}
