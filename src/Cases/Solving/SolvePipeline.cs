using Sci.Cases.Files;
using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>A run of a solver, from its initial state to the report.</summary>
public static class SolvePipeline
{
    // Raised when a stage comes to mean something else, so that older files do not fit.
    private const string Version = "1";

    /// <summary>Runs one experiment, or reads its files where they still fit.</summary>
    /// <exception cref="BlowUpException">The run left the finite numbers, or what its watch allows.</exception>
    /// <exception cref="DataException">A file of the user's is not as the settings say.</exception>
    /// <exception cref="StageException">A file cannot be read or written.</exception>
    public static ExperimentResult Run(ExperimentRun<SolveSettings> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var (settings, folder) = (run.Experiment.Settings, run.CaseFolder);
        using var store = new StageStore(run.Output);
        var stages = new RunStages<SolveSettings>(run, store);
        var print = Fingerprint.Of(
            $"solution {Version}", $"{SettingsText.Fingerprint(settings)} {settings.Initial?.Contents(folder)}");
        var solution = stages.Of(
            "1-solution", "solution", print, file => SolveFile.Read(file, settings),
            (checkpoint, progress) => SolveStage.Run(settings, folder, checkpoint, progress, run.Cancel),
            (file, made) => SolveFile.Write(file, settings, made),
            made => $"{made.Times.Length} states of {made.States.Size} values");
        var figures = new Dictionary<string, double>(solution.Figures);
        if (settings.Reference is not null || settings.Order is not null || settings.Lyapunov is not null)
        {
            var compared = stages.Of(
                "2-comparison", "comparison",
                Fingerprint.Of($"comparison {Version}", settings.Reference?.Contents(folder) ?? "", print),
                SolveFile.ReadFigures, (_, _) => SolveComparison.Run(settings, solution, folder, run.Cancel),
                SolveFile.WriteFigures, SolveResult.Sentence);
            foreach (var (name, value) in compared)
            {
                figures[name] = value;
            }
        }

        var result = SolveResult.Of(run.Experiment.Name, settings, figures);
        SolveReport.Write(run, result, solution);
        return result;
    }
}
