using System.Numerics;
using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>Exact derivatives of periodic functions of one variable.</summary>
internal static class Periodic
{
    /// <summary>f″ at the points where f is given.</summary>
    public static double[] SecondDerivative(ReadOnlySpan<double> values, double length)
    {
        var fft = RealFft.Of(values.Length);
        var modes = new Complex[fft.Modes];
        var derivative = new double[values.Length];
        fft.Forward(values, modes);
        for (var mode = 0; mode < modes.Length; mode++)
        {
            var k = 2 * Math.PI * mode / length;
            modes[mode] *= -k * k;
        }

        fft.Inverse(modes, derivative);
        return derivative;
    }
}
