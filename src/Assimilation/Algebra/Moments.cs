using System.Numerics.Tensors;

namespace Sci.Assimilation.Algebra;

/// <summary>Means and anomalies of rows.</summary>
internal static class Moments
{
    // Rows summed in one go; fixed, so that the rounding is that of one order of summation.
    private const int Block = 64;

    /// <summary>Mean of all rows, shape [columns].</summary>
    public static void Mean(ReadOnlySpan<double> values, int columns, Span<double> mean)
    {
        var rows = values.Length / columns;
        mean.Clear();
        if (rows <= Block)
        {
            AddRows(values, mean);
        }
        else
        {
            Span<double> part = columns <= 1024 ? stackalloc double[columns] : new double[columns];
            for (var i = 0; i < rows; i += Block)
            {
                part.Clear();
                AddRows(values.Slice(i * columns, Math.Min(Block, rows - i) * columns), part);
                TensorPrimitives.Add(mean, part, mean);
            }
        }

        TensorPrimitives.Multiply(mean, 1.0 / rows, mean);
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
        Shift(values, -1, mean);
    }

    private static void AddRows(ReadOnlySpan<double> values, Span<double> sum)
    {
        for (var i = 0; i < values.Length; i += sum.Length)
        {
            TensorPrimitives.Add(sum, values.Slice(i, sum.Length), sum);
        }
    }
}
