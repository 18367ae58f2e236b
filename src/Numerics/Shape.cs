namespace Sci.Numerics;

/// <summary>Checks of the shapes of matrices.</summary>
internal static class Shape
{
    public static void Check(int values, int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        if (values != (long)rows * columns)
        {
            throw new ArgumentException(
                $"A {rows} x {columns} matrix has {(long)rows * columns} values, not {values}.");
        }
    }

    public static void Require(bool fits, string what)
    {
        if (!fits)
        {
            throw new ArgumentException(what);
        }
    }
}
