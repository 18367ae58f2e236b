namespace Sci.Cases.Figures;

/// <summary>A folder of figures: of each the data, the script and, where gnuplot is there, its images.</summary>
/// <remarks>Images are drawn side by side while the rest of a report is made; who asks for them waits.</remarks>
/// <param name="path">The folder, made if need be.</param>
public sealed class FigureFolder(string path)
{
    private readonly List<Task<string?>> drawings = [];

    /// <summary>The gnuplot to use.</summary>
    public string Program { get; init; } = "gnuplot";

    /// <summary>Sentences on what could not be drawn, and why.</summary>
    public IReadOnlyCollection<string> Notices => new SortedSet<string>(
        drawings.Select(drawing => drawing.GetAwaiter().GetResult()).OfType<string>(), StringComparer.Ordinal);

    /// <summary>Writes a figure's data and script beside each other, and begins to draw it.</summary>
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
        var drawing = Task.Run(() => Drawn(script));
        drawings.Add(drawing);
        return new DrawnFigure(figure.Name, figure.Caption, script, drawing);
    }

    private string? Drawn(string script)
    {
        var trouble = Gnuplot.Run(Program, script);
        if (trouble is null)
        {
            PdfDate.Clear(Path.ChangeExtension(script, "pdf"));
        }

        return trouble;
    }
}
