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
        const string name = "1-solution";
        run.Progress.Started("solution", 1);
        var done = 0.0;
        var staged = store.GetOrCompute(
            new Stage(name, SettingsText.Yaml(settings),
                Fingerprint.Of("pinn solution 1", SettingsText.Fingerprint(settings))),
            PinnFile.Read,
            _ => PinnStage.Run(
                settings,
                share =>
                {
                    run.Progress.Advanced("solution", share - done);
                    done = share;
                },
                run.Cancel),
            PinnFile.Write);
        var answer = staged.Value;
        run.Progress.Finished(
            "solution", FormattableString.Invariant(
                $"relative error {answer.RelativeError:0.0e+0}{(staged.WasRead ? $" (read from {name}.h5)" : "")}"));
        var result = PinnReport.Result(run.Experiment.Name, settings, answer);
        PinnReport.Write(run, result, answer);
        return result;
    }
}
