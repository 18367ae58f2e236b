using Sci.Cases.Settings;

namespace Sci.Cases;

/// <summary>One experiment to run: all that a pipeline needs.</summary>
/// <param name="CaseName">Name of the case's folder.</param>
/// <param name="CaseFolder">Folder that paths in the settings are relative to.</param>
/// <param name="Output">Folder of the experiment's files; it exists.</param>
/// <param name="Experiment">Name and settings.</param>
/// <param name="Options">How to run.</param>
/// <param name="Progress">Who hears of the stages; their names need not name the experiment.</param>
/// <param name="Cancel">When cancelled, throw <see cref="OperationCanceledException"/> soon and leave whole
/// files.</param>
public sealed record ExperimentRun<T>(
    string CaseName,
    string CaseFolder,
    string Output,
    Experiment<T> Experiment,
    RunOptions Options,
    IRunProgress Progress,
    CancellationToken Cancel);
