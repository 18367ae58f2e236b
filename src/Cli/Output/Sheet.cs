using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Sci.Cli.Output;

/// <summary>Tables and numbers as the terminal shows them.</summary>
internal static class Sheet
{
    // Wide enough for an equation; a file has no edge to wrap at.
    private const int WidthOfFiles = 200;

    public static void Write(Terminal terminal, IRenderable content)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(terminal.Out),
            Ansi = terminal.LiveOut ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal.LiveOut ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = terminal.LiveOut ? console.Profile.Width : WidthOfFiles;
        console.Write(content);
    }

    public static Table Table(params ReadOnlySpan<string> columns)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column)));
        }

        return table;
    }

    public static void Row(Table table, params IEnumerable<string> cells) =>
        table.AddRow(cells.Select(cell => new Text(string.Join('\n', cell.Split('\n').Select(Plain.Text)))));

    /// <summary>Four digits, or a dash for what is not there.</summary>
    public static string Number(double? value) =>
        value is { } number && double.IsFinite(number) ? number.ToString("g4", CultureInfo.InvariantCulture) : "–";

    /// <summary>A fraction in percent, three digits.</summary>
    public static string Percent(double? value) => value is { } fraction && double.IsFinite(fraction)
        ? $"{(100 * fraction).ToString("g3", CultureInfo.InvariantCulture)} %"
        : "–";
}
