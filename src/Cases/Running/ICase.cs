using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>A case that can be run.</summary>
public interface ICase
{
    /// <summary>Name of its folder.</summary>
    string Name { get; }

    /// <summary>Path of its settings file.</summary>
    string File { get; }

    /// <summary>Where its results go unless told otherwise.</summary>
    string Output { get; }

    /// <summary>Its experiments, in the file's order.</summary>
    IReadOnlyList<ExperimentSummary> Experiments { get; }

    /// <summary>What a run of an experiment on all cores would hold in memory; null where its settings do not
    /// say.</summary>
    /// <exception cref="SettingsException">The experiment is unknown.</exception>
    MemoryEstimate? Memory(string experiment);

    /// <summary>How a change of a setting that has been begun may go on: <c>model.sch</c> as
    /// <c>model.scheme=</c>.</summary>
    IEnumerable<string> SettingsAfter(string begun);

    /// <summary>Runs experiments one after the other and yields each result as it comes.</summary>
    /// <param name="experiments">Names, patterns or <c>all</c>; none means the default ones.</param>
    /// <param name="options">How to run.</param>
    /// <param name="progress">Who hears of it.</param>
    /// <param name="cancel">Stops the run; finished stages keep their files.</param>
    /// <exception cref="SettingsException">An experiment or a setting is unknown, there is not enough memory, or
    /// another run is at work.</exception>
    IEnumerable<ExperimentResult> Run(
        IReadOnlyCollection<string> experiments, RunOptions options, IRunProgress progress, CancellationToken cancel);
}
