namespace Sci.Cases.Inspection;

/// <summary>A dataset of an HDF5 file, as a table of contents shows it.</summary>
/// <param name="Path">Path inside the file.</param>
/// <param name="Kind">What its values are: <c>64-bit floats</c>.</param>
/// <param name="Shape">Lengths of the dimensions, slowest first.</param>
/// <param name="Units">Its <c>units</c>; empty where it has none.</param>
/// <param name="LongName">Its <c>long_name</c>; empty where it has none.</param>
/// <param name="IsScale">Whether it holds the coordinates of other datasets.</param>
public sealed record StoredDataset(
    string Path, string Kind, IReadOnlyList<long> Shape, string Units, string LongName, bool IsScale)
{
    /// <summary>Whether it holds numbers that a picture can show.</summary>
    public bool IsNumeric =>
        Kind.Contains("float", StringComparison.Ordinal) || Kind.Contains("integer", StringComparison.Ordinal);
}
