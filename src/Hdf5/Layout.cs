using HDF.PInvoke;

namespace Sci.Hdf5;

/// <summary>How the values of a dataset lie in the file.</summary>
/// <param name="RowsPerChunk">Rows (entries of the first dimension) that are stored together; 0 stores all values
/// contiguously.</param>
/// <param name="Compression">Effort of deflate after a byte shuffle, 0 (none) to 9; wants chunks.</param>
/// <param name="Extendable">Whether rows can be appended; wants chunks.</param>
public sealed record Layout(int RowsPerChunk, int Compression, bool Extendable)
{
    /// <summary>All values in one piece, the fastest to read and write.</summary>
    public static Layout Contiguous { get; } = new(0, 0, false);

    /// <summary>Chunks of <paramref name="rows"/> rows, to which rows can be appended.</summary>
    public static Layout Appendable(int rows, int compression = 0) => new(rows, compression, true);

    /// <summary>Chunks of <paramref name="rows"/> rows, compressed.</summary>
    public static Layout Compressed(int rows, int compression = 4) => new(rows, compression, false);

    /// <summary>The creation properties of a dataset of this shape.</summary>
    internal Handle Properties(ulong[] shape, string subject)
    {
        Validate(shape, subject);
        var list = new Handle(H5P.create(H5P.DATASET_CREATE), H5P.close, subject);
        Library.Check(H5P.set_obj_track_times(list, 0), subject);
        if (RowsPerChunk > 0)
        {
            ulong[] chunk = [.. shape.Select(length => ulong.Max(1, length))];
            chunk[0] = (ulong)RowsPerChunk;
            Library.Check(H5P.set_chunk(list, chunk.Length, chunk), subject);
        }

        if (Compression > 0)
        {
            Library.Check(H5P.set_shuffle(list), subject);
            Library.Check(H5P.set_deflate(list, (uint)Compression), subject);
        }

        return list;
    }

    private void Validate(ulong[] shape, string subject)
    {
        if (RowsPerChunk < 0 || Compression is < 0 or > 9)
        {
            throw new ArgumentException(
                $"{subject}: {RowsPerChunk} rows a chunk and compression {Compression}; "
                + "rows must be positive, compression 0 to 9.");
        }

        if (RowsPerChunk == 0 && (Compression > 0 || Extendable))
        {
            throw new ArgumentException(
                $"{subject}: compressed or extendable values need chunks; give the rows of a chunk.");
        }

        if (RowsPerChunk > 0 && shape.Length == 0)
        {
            throw new ArgumentException($"{subject}: a single value has no rows; store it contiguously.");
        }
    }
}
