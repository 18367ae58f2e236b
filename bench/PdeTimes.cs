using Sci.Bench.Native;
using Sci.Discovery;
using Sci.Discovery.Tests;
using Sci.Numerics;

namespace Sci.Bench;

/// <summary>
/// Processor time of finding one equation among 43 terms in weak form, the program compiled and warm.
/// </summary>
internal static class PdeTimes
{
    // The issue asks for so many seconds a fit.
    private const double Must = 0.1;

    private const int Turns = 9;
    private static readonly double[] Noises = [0.01, 0.1, 0.5];

    /// <summary>
    /// A row a set and noise level: the median over turns, on one thread where the environment says so.
    /// </summary>
    public static IEnumerable<Row> Run(EquationSearch search)
    {
        var library = TermLibrary.Conservative("u", 6, 6);
        PdeData[] sets =
        [
            PdeData.Burgers, PdeData.Kdv, PdeSets.KsCoarse, PdeSets.KsFine, PdeSets.KdvPulses, PdeSets.Inviscid,
        ];
        return sets.SelectMany(set => Noises.Select(noise =>
        {
            var series = set.Noisy(noise, new RandomSource(0)["noise"]);
            var seconds = Seconds(() => search.Find([series], "u", library));
            return new Row($"{set.Name}-{100 * noise}%", seconds, Must, seconds / Must, "s");
        }));
    }

    private static double Seconds(Action program)
    {
        for (var start = KsReference.CpuSeconds(); KsReference.CpuSeconds() - start < 1;)
        {
            program();
        }

        var times = new double[Turns];
        for (var turn = 0; turn < Turns; turn++)
        {
            var start = KsReference.CpuSeconds();
            program();
            times[turn] = KsReference.CpuSeconds() - start;
        }

        return times.Order().ElementAt(Turns / 2);
    }
}
