using Sci.Cases.Files;
using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>A physics-informed network from reference to report.</summary>
public static class PinnPipeline
{
    /// <summary>Runs one experiment; a solution whose file still fits is read.</summary>
    /// <exception cref="StageException">A file cannot be read or written.</exception>
    public static ExperimentResult Run(ExperimentRun<PinnSettings> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var settings = run.Experiment.Settings;
        using var store = new StageStore(run.Output);
        var answer = new RunStages<PinnSettings>(run, store).Of(
            "1-solution", "solution", Fingerprint.Of("pinn solution 1", SettingsText.Fingerprint(settings)),
            PinnFile.Read,
            (_, progress) => PinnStage.Run(settings, progress, run.Cancel),
            PinnFile.Write,
            solved => FormattableString.Invariant($"relative error {solved.RelativeError:0.0e+0}"));
        var result = PinnReport.Result(run.Experiment.Name, settings, answer);
        PinnReport.Write(run, result, answer);
        return result;
    }
}
