using System.Numerics;
using System.Runtime.InteropServices;

namespace Sci.Numerics;

/// <summary>Products of arrays and a number.</summary>
internal static class Scaling
{
    /// <summary><paramref name="destination"/> = <paramref name="factor"/> × <paramref name="source"/>.</summary>
    public static void Scale(ReadOnlySpan<Complex> source, double factor, Span<Complex> destination)
    {
        var x = MemoryMarshal.Cast<Complex, double>(source);
        var y = MemoryMarshal.Cast<Complex, double>(destination);
        var vx = MemoryMarshal.Cast<double, Vector<double>>(x);
        var vy = MemoryMarshal.Cast<double, Vector<double>>(y);
        for (var i = 0; i < vx.Length; i++)
        {
            vy[i] = vx[i] * factor;
        }

        for (var i = vx.Length * Vector<double>.Count; i < x.Length; i++)
        {
            y[i] = x[i] * factor;
        }
    }
}
