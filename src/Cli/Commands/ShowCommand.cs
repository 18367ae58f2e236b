using System.CommandLine;
using Sci.Cases.Inspection;
using Sci.Cases.Settings;
using Sci.Cli.Completion;
using Sci.Cli.Output;
using Sci.Reader;

namespace Sci.Cli.Commands;

/// <summary><c>sci show FILE.h5</c>: what is in a file, and a picture of it.</summary>
internal static class ShowCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "HDF5 file: a stage of a case, or any other." };
        var dataset = new Option<string?>("--dataset", "-d")
        {
            Description = "Dataset to draw [default: the one of most dimensions].",
            HelpName = "NAME",
        };
        Suggestion.Datasets(dataset, file);
        var command = new Command("show", "List what an HDF5 file holds and draw one dataset.") { file, dataset };
        command.SetAction(parsed => Show(terminal, parsed.GetRequiredValue(file), parsed.GetValue(dataset)));
        return command;
    }

    private static int Show(Terminal terminal, string path, string? name)
    {
        if (!File.Exists(path))
        {
            throw new SettingsException(new Place(path), "there is no such file.");
        }

        var contents = StoredFile.Contents(path);
        Sheet.Write(terminal, Table(contents));
        if ((name is null ? StoredFile.Main(contents) : Named(contents, path, name)) is { } chosen)
        {
            Picture.Write(terminal, chosen, StoredFile.Sample(path, chosen, Picture.Rows, Picture.Columns));
        }

        return ExitCode.Ok;
    }

    private static Spectre.Console.Table Table(IReadOnlyList<StoredDataset> contents)
    {
        var table = Sheet.Table("dataset", "shape", "values", "units", "long name");
        foreach (var each in contents)
        {
            var shape = each.Shape.Count == 0 ? "one" : string.Join(" × ", each.Shape);
            Sheet.Row(table, each.Path, shape, each.Kind, each.Units, each.LongName);
        }

        return table;
    }

    private static StoredDataset Named(IReadOnlyList<StoredDataset> contents, string path, string name)
    {
        var found = contents.FirstOrDefault(each => each.Path.TrimStart('/') == name.TrimStart('/'));
        string[] drawable = [.. contents.Where(Drawable).Select(each => each.Path.TrimStart('/'))];
        return found is not null && Drawable(found)
            ? found
            : throw new SettingsException(
                new Place(path), $"there is no dataset `{name}` that can be drawn;{Spelling.Hint(name, drawable)}.");
    }

    private static bool Drawable(StoredDataset each) =>
        each.IsNumeric && each.Shape.Count > 0 && !each.Shape.Contains(0);
}
