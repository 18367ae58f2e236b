namespace Sci.Reader;

/// <summary>What is asked of the reading process.</summary>
/// <param name="Folder">Folder that a relative path begins at.</param>
/// <param name="File">Path of the file, as the user knows it.</param>
/// <param name="Dataset">Path of a dataset, or empty for the contents of the file.</param>
/// <param name="First">First row, or -1 for all values.</param>
/// <param name="Values">Number of values of the rows from <paramref name="First"/> on.</param>
internal sealed record Request(string Folder, string File, string Dataset, long First, long Values);
