using System.Diagnostics;
using Sci.Assimilation;
using Sci.Assimilation.Experiments;
using Sci.Bench.Native;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Bench;

/// <summary>Analyses against the dense products and solutions that they are made of, cycles against NumPy.</summary>
internal static class AssimilationSuite
{
    public static IEnumerable<Row> Run()
    {
        yield return Enkf("enkf-1024x10240", 1024, 10_240);
        yield return Enkf("enkf-1024x1000", 1024, 1000);
        yield return Enkf("enkf-1024x100", 1024, 100);
        yield return Enkf("enkf-40x24", 40, 24);
        yield return Enkf("enkf-40x40", 40, 40);
        yield return Root("etkf-1024x10240", 1024, 10_240);
        yield return Root("etkf-1024x1000", 1024, 1000);
        yield return Root("etkf-1024x100", 1024, 100);
        yield return Root("etkf-40x24", 40, 24);
        yield return Root("etkf-40x40", 40, 40);
        yield return Threads();
        yield return Cycle(
            "l96-enkf-40", "enkf", new Inflated(new StochasticEnkf { Centered = true, Threads = 1 }, 1.06), 40, 1.06);
        yield return Cycle("l96-etkf-40", "sqrt", new Inflated(new SquareRoot(), 1.02), 40, 1.02);
        yield return Cycle("l96-letkf-7", "letkf", Local(1), 7, 1.04);
        yield return Cycle("l96-etkf-24", "sqrt", new Inflated(new SquareRoot(), 1.05), 24, 1.05);
    }

    private static Row Enkf(string work, int size, int members) =>
        Analysis(work, new StochasticEnkf { Centered = true }, size, members, PerturbedProducts);

    private static Row Root(string work, int size, int members) =>
        Analysis(work, new SquareRoot(), size, members, RootProducts);

    // As many updates a turn as make it last a few milliseconds.
    private static Row Analysis(
        string work, IAnalysis analysis, int size, int members, Action<States, double[], double[]> products)
    {
        var observations = Observations.Everything(size, 1);
        var (start, y) = (new States(members, size), new double[size]);
        new RandomSource(1).Normals(start.Values);
        for (var i = 0; i < start.Values.Length; i++)
        {
            start.Values[i] *= 0.3;
        }

        var least = Math.Min(size, members);
        var (square, wide) = (new double[least * least], new double[least * size]);
        var ensemble = start.Clone();
        var repeats = Math.Max(1, 20_000_000 / (size * members * least));
        return Turns.Measure(
            work,
            () => Repeat(
                repeats, start, ensemble, states => analysis.Update(states, observations, y, new RandomSource(2))),
            () => Repeat(repeats, start, ensemble, states => products(states, square, wide)),
            repeats);
    }

    private static void Repeat(int times, States start, States ensemble, Action<States> work)
    {
        for (var i = 0; i < times; i++)
        {
            start.Values.CopyTo(ensemble.Values);
            work(ensemble);
        }
    }

    // The smaller Gram matrix, its Cholesky factor, the gain or weights, and the move of all members.
    private static void PerturbedProducts(States states, double[] square, double[] wide)
    {
        var least = Math.Min(states.Size, states.Count);
        var x = MatrixSpan.Of(states);
        var s = new MatrixSpan(square, least, least);
        Gram(x, s);
        Blas.Cholesky(s);
        if (states.Count >= states.Size)
        {
            var gain = new MatrixSpan(wide, least, states.Size);
            Blas.CholeskySolve(s, gain);
            Blas.Gemm(1, MatrixSpan.Of(states.Clone()), gain, 1, x);
        }
        else
        {
            var weights = new MatrixSpan(wide.AsSpan(0, least * least), least, least);
            Blas.Gemm(1, x, x.T, 0, weights);
            Blas.CholeskySolve(s, weights);
            Blas.Gemm(1, weights.T, MatrixSpan.Of(states.Clone()), 1, x);
        }
    }

    // The smaller Gram matrix and the move of all members: no factorisation, so that the ratio shows what the root
    // costs.
    private static void RootProducts(States states, double[] square, double[] wide)
    {
        var least = Math.Min(states.Size, states.Count);
        var x = MatrixSpan.Of(states);
        var s = new MatrixSpan(square, least, least);
        Gram(x, s);
        if (states.Count > states.Size)
        {
            Blas.Gemm(1, MatrixSpan.Of(states.Clone()), s, 1, x);
        }
        else
        {
            Blas.Gemm(1, s, MatrixSpan.Of(states.Clone()), 1, x);
        }
    }

    private static void Gram(MatrixSpan x, MatrixSpan s)
    {
        Blas.Syrk(1.0 / x.Rows, s.Rows == x.Rows ? x : x.T, 0, s);
        for (var i = 0; i < s.Rows; i++)
        {
            s.Values[(i * s.Rows) + i] += 1;
        }
    }

    private static Inflated Local(int threads)
    {
        var localization = new Localization(Setting.Lorenz96().Model.Grid, new GaspariCohn(7.28));
        return new Inflated(new Letkf { Localization = localization, Threads = threads }, 1.04);
    }

    // Wall time on two threads, and on one as the reference: half is what two threads can give at most.
    private static Row Threads()
    {
        const int size = 4096;
        var grid = Grid.Line(size, size);
        var observations = Observations.Everywhere(grid, 1, 1);
        var (start, y) = (new States(25, size), new double[size]);
        new RandomSource(1).Normals(start.Values);
        var localization = new Localization(grid, new GaspariCohn(7.28));
        double Time(int threads)
        {
            var ensemble = start.Clone();
            var watch = Stopwatch.StartNew();
            new Letkf { Localization = localization, Threads = threads }.Update(
                ensemble, observations, y, new RandomSource(2));
            return watch.Elapsed.TotalMicroseconds;
        }

        var turns = Enumerable.Range(0, 15).Select(_ => (Two: Time(2), One: Time(1))).Skip(3).ToArray();
        double Median(Func<(double Two, double One), double> of) =>
            turns.Select(of).Order().ElementAt(turns.Length / 2);
        return new Row("letkf-2-threads", Median(t => t.Two), Median(t => t.One), Median(t => t.Two / t.One), "us");
    }

    private static Row Cycle(string work, string peer, IAnalysis analysis, int members, double inflation)
    {
        const int cycles = 5000;
        var setting = Setting.Lorenz96();
        var method = Method.Filter(work, members, analysis, null);
        Comparison.Run(setting, method, cycles, seed: 1);
        var start = KsReference.CpuSeconds();
        var outcome = Comparison.Run(setting, method, cycles, seed: 2);
        var ours = 1e6 * (KsReference.CpuSeconds() - start) / (cycles + setting.BurnIn);
        var (theirs, error) = Peer.Run("lorenz96.py", peer, members, inflation, cycles);
        return Math.Abs(outcome.AnalysisError.Mean - error) < 0.1 * error
            ? new Row(work, ours, theirs, ours / theirs, "us")
            : throw new InvalidOperationException(
                $"{work}: our analysis error is {outcome.AnalysisError.Mean}, NumPy's {error}; times of different work mean nothing.");
    }
}
