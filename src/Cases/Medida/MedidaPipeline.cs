using Sci.Cases.Files;
using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Model error discovery from truth to report.</summary>
/// <remarks>Mojgani, Chattopadhyay and Hassanzadeh (2022), Chaos 32, 061105, doi:10.1063/5.0091282.</remarks>
public static class MedidaPipeline
{
    /// <summary>Runs one experiment: stages whose files still fit are read, the others computed and written.</summary>
    /// <exception cref="BlowUpException">A solver left the finite numbers.</exception>
    /// <exception cref="ProgramException">The user's model failed.</exception>
    /// <exception cref="DataException">A file of the user's is not as the settings say.</exception>
    /// <exception cref="SettingsException">The case runs a command, and commands are refused.</exception>
    /// <exception cref="StageException">A file cannot be read or written.</exception>
    public static ExperimentResult Run(ExperimentRun<MedidaSettings> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var settings = run.Experiment.Settings;
        if (run.Options.NoCommands && settings.Model.Program is { } program)
        {
            throw new SettingsException(
                new Place("--no-commands"),
                $"this case's model is the command `{program}`; run it without --no-commands if you trust it.");
        }

        settings = settings.In(run.CaseFolder);
        run = run with { Experiment = run.Experiment with { Settings = settings } };
        using var store = new StageStore(run.Output);
        var stages = new MedidaStages(run, store);

        var truth = settings.Truth is null ? null : stages.Truth();
        var observed = settings.Increments is null ? stages.Observations(truth) : null;
        var increments = stages.Increments(observed);
        var discovered = stages.Discovery(observed, increments);
        var verified = settings.Verification is null ? null : stages.Verification(truth!, discovered);
        var draws = stages.Draws(truth, discovered);
        var result = MedidaResult.Of(run.Experiment.Name, settings, increments, discovered, verified, draws);
        MedidaReport.Write(run, result, truth, discovered, increments, verified, draws);
        return result;
    }
}
