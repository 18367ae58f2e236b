namespace Sci.Cases.Figures;

/// <summary>A figure to be drawn: its data and how they are shown.</summary>
/// <param name="Name">Name of its files, without ending.</param>
/// <param name="Caption">What is seen, in one or two sentences.</param>
public abstract record Figure(string Name, string Caption)
{
    /// <summary>Width and height of the drawing in points (1/72 inch).</summary>
    internal abstract (int Width, int Height) Size { get; }

    /// <summary>Gnuplot commands that draw from the file <c>data</c>, without terminal and output.</summary>
    internal abstract string Commands();

    /// <summary>Writes what the commands draw.</summary>
    internal abstract void WriteData(TextWriter data);
}
