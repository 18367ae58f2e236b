namespace Sci.Cases.Figures;

/// <summary>A folder of figures: of each the data, the script and, where gnuplot is there, its images.</summary>
/// <param name="path">The folder, made if need be.</param>
public sealed class FigureFolder(string path)
{
    private readonly SortedSet<string> notices = new(StringComparer.Ordinal);

    /// <summary>The gnuplot to use.</summary>
    public string Program { get; init; } = "gnuplot";

    /// <summary>Sentences on what could not be drawn, and why.</summary>
    public IReadOnlyCollection<string> Notices => notices;

    /// <summary>Writes a figure's data and script beside each other, and draws it.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public DrawnFigure Draw(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        Directory.CreateDirectory(path);
        foreach (var ending in Gnuplot.Endings.Append("dat").Append("gp"))
        {
            File.Delete(Path.Combine(path, $"{figure.Name}.{ending}")); // a link left there would be written through
        }

        using (var data = new StreamWriter(Path.Combine(path, $"{figure.Name}.dat")))
        {
            figure.WriteData(data);
        }

        var script = Path.GetFullPath(Path.Combine(path, $"{figure.Name}.gp"));
        File.WriteAllText(script, Gnuplot.Script(figure));
        if (Gnuplot.Run(Program, script) is { } sentence)
        {
            notices.Add(sentence);
            return new DrawnFigure(figure.Name, figure.Caption, script, new Dictionary<string, string>());
        }

        var images = Gnuplot.Endings.ToDictionary(ending => ending, ending => Path.ChangeExtension(script, ending));
        PdfDate.Clear(images["pdf"]);
        return new DrawnFigure(figure.Name, figure.Caption, script, images);
    }
}
