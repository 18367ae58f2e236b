namespace Sci.Numerics.Native;

/// <summary>A matrix in memory, as the C interface of BLAS takes it.</summary>
/// <param name="At">The first value.</param>
/// <param name="Stride">Distance between stored rows.</param>
/// <param name="IsTransposed">Whether the stored rows are the matrix's columns.</param>
internal readonly unsafe record struct Operand(nint At, int Stride, bool IsTransposed)
{
    public Operand(double* at, int stride, bool isTransposed)
        : this((nint)at, stride, isTransposed)
    {
    }

    public double* Pointer => (double*)At;

    public int Form => IsTransposed ? OpenBlas.Transposed : OpenBlas.AsIs;

    /// <summary>The part that begins at the given row and column.</summary>
    public Operand From(long row, long column)
    {
        var (stored, along) = IsTransposed ? (column, row) : (row, column);
        return this with { At = (nint)(Pointer + (stored * Stride) + along) };
    }
}
