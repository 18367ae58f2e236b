using System.CommandLine;
using Sci.Cases;
using Sci.Cases.Settings;
using Sci.Cli.Completion;
using Sci.Cli.Output;

namespace Sci.Cli.Commands;

/// <summary><c>sci validate DIR</c>: reads a case and says all that is wrong with it.</summary>
internal static class ValidateCommand
{
    public static Command Create(Terminal terminal, ICaseKind kind)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of the case." };
        Suggestion.Cases(folder);
        var command =
            new Command("validate", "Check a case's settings and every experiment in it, and run nothing.") { folder };
        command.SetAction(parsed => Validate(terminal, kind, parsed.GetRequiredValue(folder)));
        return command;
    }

    private static int Validate(Terminal terminal, ICaseKind kind, string path)
    {
        try
        {
            var found = kind.Open(path);
            string[] byDefault = [.. found.Experiments.Where(each => each.IsDefault).Select(each => each.Name)];
            var count = found.Experiments.Count == 1
                ? "1 experiment" : $"{found.Experiments.Count} experiments, by default {string.Join(", ", byDefault)}";
            terminal.Out.WriteLine($"{found.File} is right: {count}.");
            TellMemory(terminal, found);
            return ExitCode.Ok;
        }
        catch (SettingsException wrong)
        {
            foreach (var finding in wrong.Findings)
            {
                terminal.Error.WriteLine(Plain.Text($"{finding}"));
            }

            return ExitCode.BadInput;
        }
    }

    // A line for each estimate, with the experiments that share it.
    private static void TellMemory(Terminal terminal, ICase found)
    {
        foreach (var group in found.Experiments
            .Select(each => (each.Name, Memory: found.Memory(each.Name)))
            .Where(each => each.Memory is not null)
            .GroupBy(each => $"{each.Memory}{Excess(each.Memory!)}", each => each.Name))
        {
            string[] names = [.. group];
            var more = names.Length > 3 ? $" and {names.Length - 3} more" : "";
            terminal.Out.WriteLine($"Memory of {string.Join(", ", names.Take(3))}{more}: {group.Key}.");
        }
    }

    private static string Excess(MemoryEstimate estimate) => estimate.Complaint(MemoryEstimate.Available) is null
        ? "" : $", which {MemoryEstimate.Text(MemoryEstimate.Available)} here do not hold";
}
