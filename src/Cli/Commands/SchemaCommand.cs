using System.CommandLine;
using Sci.Cases;

namespace Sci.Cli.Commands;

/// <summary><c>sci schema</c>: the JSON schema of <c>case.yaml</c>.</summary>
internal static class SchemaCommand
{
    public static Command Create(Terminal terminal, ICaseKind kind)
    {
        var markdown = new Option<bool>("--markdown") { Description = "Print tables to read instead." };
        var command = new Command("schema", "Print the JSON schema of case.yaml, by which editors complete and check it.") { markdown };
        command.SetAction(parsed => terminal.Out.Write(parsed.GetValue(markdown) ? Page(kind) : kind.Schema()));
        return command;
    }

    private static string Page(ICaseKind kind) =>
        "# Settings of `case.yaml`\n\nMade by `dotnet run -- schema --markdown > docs/settings.md`.\n" + kind.Guide();
}
