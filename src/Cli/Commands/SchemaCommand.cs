using System.CommandLine;
using Sci.Cases;

namespace Sci.Cli.Commands;

/// <summary><c>sci schema</c>: the JSON schema of <c>case.yaml</c>.</summary>
internal static class SchemaCommand
{
    public static Command Create(Terminal terminal, ICaseKind kind)
    {
        var command = new Command("schema", "Print the JSON schema of case.yaml, by which editors complete and check it.");
        command.SetAction(_ => terminal.Out.Write(kind.Schema()));
        return command;
    }
}
