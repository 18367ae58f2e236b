using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Sci.Numerics;

namespace Sci.Assimilation.Algebra;

/// <summary>The inner loops of small dense algebra: tiles of four rows by two vectors of columns in registers.</summary>
/// <remarks>
/// Matrices of <see cref="Rent"/> are padded to whole tiles, so that no loop has a tail. What the padding holds reaches
/// nothing but padding.
/// </remarks>
internal static class Panels
{
    /// <summary>Rows of a tile.</summary>
    public const int Rows = 4;

    /// <summary>Columns of a tile.</summary>
    public static int Columns { get; } = 2 * Vector<double>.Count;

    /// <summary>Columns of a panel, several tiles whose chains of operations overlap.</summary>
    public static int Width { get; } = 5 * Columns;

    /// <summary>A length up to the end of its last tile.</summary>
    public static int Padded(int length, int tile) => (length + tile - 1) / tile * tile;

    /// <summary>Values of a panel of so many rows, padded.</summary>
    public static int PanelLength(int rows) => Padded(rows, Rows) * Width;

    /// <summary>A padded matrix; its values start undefined.</summary>
    public static Matrix Rent(int rows, int columns) => Matrix.Rent(Padded(rows, Rows), Padded(columns, Columns));

    /// <summary>
    /// Adds s Σ l[k, r] x[k, c], k = 0 … <paramref name="count"/> - 1, to the tile of <paramref name="c"/>.
    /// </summary>
    public static void Add(
        double s, ref double l, int lStride, ref double x, int xStride, int count, ref double c, int cStride)
    {
        Vector<double> a0 = default, a1 = default, a2 = default, a3 = default;
        Vector<double> b0 = default, b1 = default, b2 = default, b3 = default;
        for (var k = 0; k < count; k++)
        {
            var v = Vector.LoadUnsafe(ref x);
            var w = Vector.LoadUnsafe(ref x, (nuint)Vector<double>.Count);
            var row = new Vector<double>(l);
            a0 = Vector.FusedMultiplyAdd(row, v, a0);
            b0 = Vector.FusedMultiplyAdd(row, w, b0);
            row = new Vector<double>(Unsafe.Add(ref l, 1));
            a1 = Vector.FusedMultiplyAdd(row, v, a1);
            b1 = Vector.FusedMultiplyAdd(row, w, b1);
            row = new Vector<double>(Unsafe.Add(ref l, 2));
            a2 = Vector.FusedMultiplyAdd(row, v, a2);
            b2 = Vector.FusedMultiplyAdd(row, w, b2);
            row = new Vector<double>(Unsafe.Add(ref l, 3));
            a3 = Vector.FusedMultiplyAdd(row, v, a3);
            b3 = Vector.FusedMultiplyAdd(row, w, b3);
            l = ref Unsafe.Add(ref l, lStride);
            x = ref Unsafe.Add(ref x, xStride);
        }

        var scale = new Vector<double>(s);
        AddRow(scale, a0, b0, ref c);
        AddRow(scale, a1, b1, ref Unsafe.Add(ref c, cStride));
        AddRow(scale, a2, b2, ref Unsafe.Add(ref c, 2 * cStride));
        AddRow(scale, a3, b3, ref Unsafe.Add(ref c, 3 * cStride));
    }

    /// <summary>
    /// Solves Uᵀ X = B in place of a tile <paramref name="x"/>; of U the upper triangle is read, but for its diagonal,
    /// which comes as <paramref name="inverses"/>.
    /// </summary>
    public static void Eliminate(ref double u, int uStride, ref double inverses, ref double x, int xStride)
    {
        ref var x1 = ref Unsafe.Add(ref x, xStride);
        ref var x2 = ref Unsafe.Add(ref x, 2 * xStride);
        ref var x3 = ref Unsafe.Add(ref x, 3 * xStride);
        ref var u1 = ref Unsafe.Add(ref u, uStride);
        var (a0, b0) = Scaled(inverses, First(ref x), Second(ref x));
        var (a1, b1) = Less(Unsafe.Add(ref u, 1), a0, b0, First(ref x1), Second(ref x1));
        (a1, b1) = Scaled(Unsafe.Add(ref inverses, 1), a1, b1);
        var (a2, b2) = Less(Unsafe.Add(ref u, 2), a0, b0, First(ref x2), Second(ref x2));
        (a2, b2) = Less(Unsafe.Add(ref u1, 2), a1, b1, a2, b2);
        (a2, b2) = Scaled(Unsafe.Add(ref inverses, 2), a2, b2);
        var (a3, b3) = Less(Unsafe.Add(ref u, 3), a0, b0, First(ref x3), Second(ref x3));
        (a3, b3) = Less(Unsafe.Add(ref u1, 3), a1, b1, a3, b3);
        (a3, b3) = Less(Unsafe.Add(ref u1, uStride + 3), a2, b2, a3, b3);
        (a3, b3) = Scaled(Unsafe.Add(ref inverses, 3), a3, b3);
        Store(a0, b0, ref x);
        Store(a1, b1, ref x1);
        Store(a2, b2, ref x2);
        Store(a3, b3, ref x3);
    }

    /// <summary>The columns of a matrix as rows of a padded one, the padding of each row zero.</summary>
    public static Matrix Transposed(Matrix from)
    {
        var to = Rent(from.Columns, from.Rows);
        var (columns, m) = (from.Columns, 0);
        for (; m <= from.Rows - Rows; m += Rows)
        {
            ref var source = ref MemoryMarshal.GetReference(from[m]);
            ref var target = ref MemoryMarshal.GetReference(to.From(0, m));
            for (var o = 0; o < columns; o++)
            {
                Vector256.Create(
                    source, Unsafe.Add(ref source, columns), Unsafe.Add(ref source, 2 * columns),
                    Unsafe.Add(ref source, 3 * columns)).StoreUnsafe(ref target);
                source = ref Unsafe.Add(ref source, 1);
                target = ref Unsafe.Add(ref target, to.Columns);
            }
        }

        for (var o = 0; o < columns; o++)
        {
            to[o][m..].Clear();
            for (var rest = m; rest < from.Rows; rest++)
            {
                to[o][rest] = from[rest][o];
            }
        }

        return to;
    }

    /// <summary>Copies a panel of the members from a column on; beyond the last one are zeros.</summary>
    /// <returns>Columns of the tiles that hold any of the members'.</returns>
    public static int Load(States ensemble, int column, Span<double> panel)
    {
        var columns = Math.Min(Width, ensemble.Size - column);
        var used = Padded(columns, Columns);
        for (var m = 0; m < ensemble.Count; m++)
        {
            var row = panel.Slice(m * Width, used);
            ensemble[m].Slice(column, columns).CopyTo(row);
            row[columns..].Clear();
        }

        return used;
    }

    /// <summary>Copies a panel back to its columns of the members.</summary>
    public static void Save(ReadOnlySpan<double> panel, States ensemble, int column)
    {
        var columns = Math.Min(Width, ensemble.Size - column);
        for (var m = 0; m < ensemble.Count; m++)
        {
            panel.Slice(m * Width, columns).CopyTo(ensemble[m][column..]);
        }
    }

    /// <summary>A padded copy, the padding of each row zero.</summary>
    public static Matrix Copy(Matrix from)
    {
        var to = Rent(from.Rows, from.Columns);
        for (var i = 0; i < from.Rows; i++)
        {
            from[i].CopyTo(to[i]);
            to[i][from.Columns..].Clear();
        }

        return to;
    }

    /// <summary>s AᵀB of padded matrices with <paramref name="count"/> rows, padded.</summary>
    public static Matrix Inner(double s, Matrix a, Matrix b, int count)
    {
        var c = Rent(a.Columns, b.Columns);
        c.Values.Clear();
        AddInner(s, a, 0, count, b.Values, b.Columns, c.Values, c.Columns, b.Columns);
        return c;
    }

    /// <summary>
    /// Adds s AᵀB to the first <paramref name="columns"/> of C, both in padded rows, for <paramref name="count"/> rows
    /// of a padded A from one on.
    /// </summary>
    public static void AddInner(
        double s, Matrix a, int first, int count, ReadOnlySpan<double> b, int bStride, Span<double> c, int cStride,
        int columns)
    {
        ref var left = ref MemoryMarshal.GetReference(a.From(first, 0));
        ref var right = ref MemoryMarshal.GetReference(b);
        ref var result = ref MemoryMarshal.GetReference(c);
        for (var j = 0; j < columns; j += Columns)
        {
            for (var i = 0; i < c.Length / cStride; i += Rows)
            {
                Add(
                    s, ref Unsafe.Add(ref left, i), a.Columns, ref Unsafe.Add(ref right, j), bStride, count,
                    ref Unsafe.Add(ref result, (i * cStride) + j), cStride);
            }
        }
    }

    /// <summary>Takes the mean out of the first rows of a panel.</summary>
    /// <param name="panel">Its first <paramref name="columns"/> are changed.</param>
    /// <param name="members">How many rows.</param>
    /// <param name="columns">How many columns, whole tiles.</param>
    /// <param name="mean">Takes the mean.</param>
    public static void Center(Span<double> panel, int members, int columns, Span<double> mean)
    {
        var share = new Vector<double>(1.0 / members);
        for (var j = 0; j < columns; j += Columns)
        {
            Vector<double> s0 = default, s1 = default;
            for (var i = j; i < members * Width; i += Width)
            {
                s0 += First(ref panel[i]);
                s1 += Second(ref panel[i]);
            }

            s0 *= share;
            s1 *= share;
            Store(s0, s1, ref mean[j]);
            for (var i = j; i < members * Width; i += Width)
            {
                Store(First(ref panel[i]) - s0, Second(ref panel[i]) - s1, ref panel[i]);
            }
        }
    }

    /// <summary>The first vector of a tile's row.</summary>
    public static Vector<double> First(ref double row) => Vector.LoadUnsafe(ref row);

    /// <summary>The second vector of a tile's row.</summary>
    public static Vector<double> Second(ref double row) => Vector.LoadUnsafe(ref row, (nuint)Vector<double>.Count);

    /// <summary>Writes both.</summary>
    public static void Store(Vector<double> a, Vector<double> b, ref double row)
    {
        a.StoreUnsafe(ref row);
        b.StoreUnsafe(ref row, (nuint)Vector<double>.Count);
    }

    private static void AddRow(Vector<double> scale, Vector<double> a, Vector<double> b, ref double c) => Store(
        Vector.FusedMultiplyAdd(scale, a, First(ref c)), Vector.FusedMultiplyAdd(scale, b, Second(ref c)), ref c);

    private static (Vector<double> A, Vector<double> B) Scaled(double s, Vector<double> a, Vector<double> b) =>
        (a * s, b * s);

    // y - s x.
    private static (Vector<double> A, Vector<double> B) Less(
        double s, Vector<double> xa, Vector<double> xb, Vector<double> ya, Vector<double> yb)
    {
        var minus = new Vector<double>(-s);
        return (Vector.FusedMultiplyAdd(minus, xa, ya), Vector.FusedMultiplyAdd(minus, xb, yb));
    }
}
