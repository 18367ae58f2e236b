namespace Sci.Reader;

/// <summary>A dataset of an HDF5 file, as a table of contents shows it.</summary>
/// <param name="Path">Path inside the file.</param>
/// <param name="Kind">What its values are: <c>64-bit floats</c>.</param>
/// <param name="Shape">Lengths of the dimensions, slowest first.</param>
/// <param name="Units">Its <c>units</c>; empty where it has none.</param>
/// <param name="LongName">Its <c>long_name</c>; empty where it has none.</param>
/// <param name="IsScale">Whether it holds the coordinates of other datasets.</param>
/// <param name="Missing">Numbers that mark a missing value: its <c>_FillValue</c> and <c>missing_value</c>.</param>
public sealed record StoredDataset(
    string Path,
    string Kind,
    IReadOnlyList<long> Shape,
    string Units,
    string LongName,
    bool IsScale,
    IReadOnlyList<double> Missing)
{
    /// <summary>Whether it holds numbers that a picture can show.</summary>
    public bool IsNumeric =>
        Kind.Contains("float", StringComparison.Ordinal) || Kind.Contains("integer", StringComparison.Ordinal);
}
