using Sci.Numerics;

namespace Sci.Solvers.Tests;

/// <summary>States and distances that several tests use.</summary>
internal static class Samples
{
    /// <summary>A smooth wave of order one on a line.</summary>
    public static States Wave(Grid grid, double phase = 0)
    {
        var state = new States(1, grid.Points);
        for (var i = 0; i < grid.Points; i++)
        {
            var x = 2 * Math.PI * i / grid.Points;
            state[0][i] = Math.Cos(x + phase) * (1 + (0.5 * Math.Sin((2 * x) - phase)));
        }

        return state;
    }

    /// <summary>Largest absolute difference.</summary>
    public static double Largest(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var largest = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(a[i] - b[i]));
        }

        return double.IsFinite(a[0]) && a.Length == b.Length ? largest : double.PositiveInfinity;
    }
}
