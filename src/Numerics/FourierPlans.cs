using System.Collections.Concurrent;
using Sci.Numerics.Native;

namespace Sci.Numerics;

/// <summary>One shared plan a shape, by the best engine that is here.</summary>
internal static class FourierPlans
{
    private static readonly ConcurrentDictionary<(int Rows, int Columns), Lazy<IFourierPlan>> Plans = new();

    public static string Engine { get; } = Fftw.IsPresent
        ? "FFTW 3 (libfftw3)"
        : "Math.NET's managed transforms, about ten times slower than FFTW; to "
            + "have that: apt-get install libfftw3-double3";

    /// <summary>
    /// The plan for <paramref name="rows"/> × <paramref name="columns"/> points, columns fast; one row is the line.
    /// </summary>
    public static IFourierPlan Of(int rows, int columns) =>
        Plans.GetOrAdd((rows, columns), shape => new Lazy<IFourierPlan>(() => Make(shape.Rows, shape.Columns))).Value;

    private static IFourierPlan Make(int rows, int columns)
    {
        if (Fftw.IsPresent)
        {
            return new FftwPlan(rows, columns);
        }

        StandIns.Tell($"Transforms are {Engine}.");
        return new ManagedPlan(rows, columns);
    }
}
