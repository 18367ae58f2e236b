namespace Sci.Assimilation;

/// <summary>Small dense systems by Gauss's elimination with row pivots.</summary>
internal static class LinearSystem
{
    /// <summary>Solves in place: the last column is the right side, then the solution.</summary>
    /// <param name="a">Shape [n, n + 1].</param>
    public static void Solve(double[,] a)
    {
        var n = a.GetLength(0);
        for (var i = 0; i < n; i++)
        {
            var pivot = i;
            for (var row = i + 1; row < n; row++)
            {
                pivot = Math.Abs(a[row, i]) > Math.Abs(a[pivot, i]) ? row : pivot;
            }

            for (var column = i; column <= n && pivot != i; column++)
            {
                (a[i, column], a[pivot, column]) = (a[pivot, column], a[i, column]);
            }

            for (var row = i + 1; row < n; row++)
            {
                var factor = a[row, i] / a[i, i];
                for (var column = i; column <= n && factor != 0; column++)
                {
                    a[row, column] -= factor * a[i, column];
                }
            }
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var column = i + 1; column < n; column++)
            {
                a[i, n] -= a[i, column] * a[column, n];
            }

            a[i, n] /= a[i, i];
        }
    }
}
