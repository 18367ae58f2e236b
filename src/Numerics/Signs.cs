namespace Sci.Numerics;

/// <summary>Settles the signs that a factorisation leaves open.</summary>
internal static class Signs
{
    /// <summary>
    /// Turns rows of <paramref name="v"/>, and columns of <paramref name="u"/> where given, so that v's largest are
    /// positive.
    /// </summary>
    public static void MakeLargestPositive(MatrixSpan v, MatrixSpan u)
    {
        for (var i = 0; i < v.Rows; i++)
        {
            var row = v.Values.Slice(i * v.Columns, v.Columns);
            var largest = 0.0;
            foreach (var value in row)
            {
                largest = Math.Abs(value) > Math.Abs(largest) ? value : largest;
            }

            if (largest < 0)
            {
                Negate(row, 0, 1);
                Negate(u.Values, i, u.Columns);
            }
        }
    }

    /// <summary>Turns rows of the upper triangular R so that its diagonal is not negative.</summary>
    public static void MakeDiagonalPositive(MatrixSpan r)
    {
        for (var i = 0; i < r.Rows; i++)
        {
            if (r.Values[(i * r.Columns) + i] < 0)
            {
                Negate(r.Values.Slice(i * r.Columns, r.Columns), i, 1);
            }
        }
    }

    private static void Negate(Span<double> values, int first, int step)
    {
        for (var i = first; i < values.Length; i += step)
        {
            values[i] = -values[i];
        }
    }
}
