using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sci.Assimilation.Algebra;

/// <summary>Means and anomalies of rows.</summary>
internal static class Moments
{
    // Rows summed in one go; fixed, so that the rounding is that of one order of summation.
    private const int Block = 64;

    // Columns up to which one loop over the rows beats a call a row.
    private const int Short = 256;

    /// <summary>Mean of all rows, shape [columns].</summary>
    public static void Mean(ReadOnlySpan<double> values, int columns, Span<double> mean)
    {
        Sum(values, mean[..columns]);
        TensorPrimitives.Multiply(mean, 1.0 / (values.Length / columns), mean);
    }

    /// <summary>Sum of all rows, as long as one.</summary>
    public static void Sum(ReadOnlySpan<double> values, Span<double> sum)
    {
        var columns = sum.Length;
        var rows = values.Length / columns;
        sum.Clear();
        if (rows <= Block)
        {
            AddRows(values, sum);
            return;
        }

        Span<double> part = columns <= 1024 ? stackalloc double[columns] : new double[columns];
        for (var i = 0; i < rows; i += Block)
        {
            part.Clear();
            AddRows(values.Slice(i * columns, Math.Min(Block, rows - i) * columns), part);
            TensorPrimitives.Add(sum, part, sum);
        }
    }

    /// <summary>Adds <paramref name="factor"/> times <paramref name="shift"/> to every row.</summary>
    public static void Shift(Span<double> values, double factor, ReadOnlySpan<double> shift)
    {
        for (var i = 0; i < values.Length; i += shift.Length)
        {
            var row = values.Slice(i, shift.Length);
            TensorPrimitives.MultiplyAdd(shift, factor, row, row);
        }
    }

    /// <summary>Takes the mean out of the rows and returns it in <paramref name="mean"/>.</summary>
    public static void Center(Span<double> values, Span<double> mean)
    {
        Mean(values, mean.Length, mean);
        var count = Vector<double>.Count;
        for (var i = 0; i < values.Length; i += mean.Length)
        {
            var row = values.Slice(i, mean.Length);
            var j = 0;
            for (; j <= row.Length - count; j += count)
            {
                (new Vector<double>(row[j..]) - new Vector<double>(mean[j..])).CopyTo(row[j..]);
            }

            for (; j < row.Length; j++)
            {
                row[j] -= mean[j];
            }
        }
    }

    /// <summary>y ← y + <paramref name="factor"/> x, for rows too short to pay for a call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(double factor, ReadOnlySpan<double> x, Span<double> y)
    {
        var (scale, count, j) = (new Vector<double>(factor), Vector<double>.Count, 0);
        for (; j <= x.Length - count; j += count)
        {
            Vector.FusedMultiplyAdd(scale, new Vector<double>(x[j..]), new Vector<double>(y[j..])).CopyTo(y[j..]);
        }

        for (; j < x.Length; j++)
        {
            y[j] = Math.FusedMultiplyAdd(factor, x[j], y[j]);
        }
    }

    /// <summary>Reflects the rows: X ← X - 2 v vᵀX/vᵀv.</summary>
    public static void Reflect(Span<double> values, int columns, ReadOnlySpan<double> v)
    {
        var length = TensorPrimitives.SumOfSquares(v);
        if (length == 0)
        {
            return;
        }

        Span<double> sum = columns <= 1024 ? stackalloc double[columns] : new double[columns];
        sum.Clear();
        for (var m = 0; m < v.Length; m++)
        {
            Add(v[m], values.Slice(m * columns, columns), sum);
        }

        for (var m = 0; m < v.Length; m++)
        {
            Add(-2 * v[m] / length, sum, values.Slice(m * columns, columns));
        }
    }

    /// <summary>
    /// Replaces every row x by <paramref name="factor"/> x - y + shift, y the same row of another matrix.
    /// </summary>
    public static void Depart(Span<double> x, double factor, ReadOnlySpan<double> y, ReadOnlySpan<double> shift)
    {
        var (scale, count) = (new Vector<double>(factor), Vector<double>.Count);
        for (var i = 0; i < x.Length; i += shift.Length)
        {
            var row = x.Slice(i, shift.Length);
            var less = y.Slice(i, shift.Length);
            var j = 0;
            for (; j <= row.Length - count; j += count)
            {
                var rest = new Vector<double>(shift[j..]) - new Vector<double>(less[j..]);
                Vector.FusedMultiplyAdd(scale, new Vector<double>(row[j..]), rest).CopyTo(row[j..]);
            }

            for (; j < row.Length; j++)
            {
                row[j] = Math.FusedMultiplyAdd(factor, row[j], shift[j] - less[j]);
            }
        }
    }

    private static void AddRows(ReadOnlySpan<double> values, Span<double> sum)
    {
        var first = sum.Length <= Short ? AddShort(values, sum) : 0;
        for (var i = 0; first < sum.Length && i < values.Length; i += sum.Length)
        {
            TensorPrimitives.Add(sum[first..], values[(i + first)..(i + sum.Length)], sum[first..]);
        }
    }

    // Two vectors of columns at a time in registers, in the same order of summation; returns the columns done.
    private static int AddShort(ReadOnlySpan<double> values, Span<double> sum)
    {
        var (column, count) = (0, Vector<double>.Count);
        for (; column <= sum.Length - (2 * count); column += 2 * count)
        {
            var a = new Vector<double>(sum[column..]);
            var b = new Vector<double>(sum[(column + count)..]);
            ref var row = ref MemoryMarshal.GetReference(values[column..]);
            for (var i = 0; i < values.Length; i += sum.Length)
            {
                a += Vector.LoadUnsafe(ref row, (nuint)i);
                b += Vector.LoadUnsafe(ref row, (nuint)(i + count));
            }

            a.CopyTo(sum[column..]);
            b.CopyTo(sum[(column + count)..]);
        }

        return column;
    }
}
