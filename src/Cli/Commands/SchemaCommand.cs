using System.CommandLine;
using Sci.Cases;
using Sci.Cli.Completion;

namespace Sci.Cli.Commands;

/// <summary><c>sci schema</c>: the JSON schema of <c>case.yaml</c>.</summary>
internal static class SchemaCommand
{
    public static Command Create(Terminal terminal, ICaseKind kind)
    {
        var markdown = new Option<bool>("--markdown") { Description = "Print tables to read instead." };
        var only = new Option<string?>("--kind", "-k") { Description = "Cases of one kind [default: all].", HelpName = "KIND" };
        Suggestion.Words(only, kind.Names);
        var command = new Command("schema", "Print the JSON schema of case.yaml, by which editors complete and check it.") { only, markdown };
        command.SetAction(parsed => terminal.Out.Write(Text(kind, parsed.GetValue(only), parsed.GetValue(markdown))));
        return command;
    }

    private static string Text(ICaseKind kind, string? only, bool markdown) => (only, markdown) switch
    {
        (null, false) => kind.Schema(),
        (null, true) =>
            "# Settings of `case.yaml`\n\nMade by `dotnet run -- schema --markdown > docs/settings.md`.\n"
                + kind.Guide(),
        (_, false) => kind.Named(only).Schema(),
        (_, true) => $"# Settings of `kind: {only}`\n{kind.Named(only).Guide()}",
    };
}
