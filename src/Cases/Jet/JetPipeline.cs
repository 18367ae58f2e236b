using Sci.Cases.Files;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Model error discovery on the two-layer jet, from start states to report.</summary>
/// <remarks>Mojgani, Chattopadhyay and Hassanzadeh (2024), doi:10.1029/2023MS004033.</remarks>
public static class JetPipeline
{
    /// <summary>Runs one experiment: stages whose files still fit are read, the others computed and written.</summary>
    /// <exception cref="BlowUpException">A model left the finite numbers.</exception>
    /// <exception cref="StageException">A file cannot be read or written.</exception>
    public static ExperimentResult Run(ExperimentRun<JetSettings> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var settings = run.Experiment.Settings;
        using var store = new StageStore(run.Output);
        var stages = new JetStages(run, store);

        var climate = stages.Starts();
        var truth = stages.Truth(climate);
        var observed = stages.Observations(truth);
        var compared = settings.Compared is null ? null : stages.Compared(truth, observed);
        var filtered = settings.Interpolation is JetLetkfSettings filter
            ? stages.Filter(truth, observed, filter) : null;
        var (starts, found) = stages.Discovery(truth, observed, filtered);
        var statistics = settings.Climate is null ? null : stages.Climate(truth, found);
        var result = JetResult.Of(run.Experiment.Name, settings, truth, observed, starts, filtered, found, statistics);
        JetReport.Write(run, result, truth, starts, filtered, found, compared, statistics);
        return result;
    }
}
