using System.Numerics;
using System.Numerics.Tensors;
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
        for (var i = 0; i < values.Length; i += mean.Length)
        {
            TensorPrimitives.Subtract<double>(values.Slice(i, mean.Length), mean, values.Slice(i, mean.Length));
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
