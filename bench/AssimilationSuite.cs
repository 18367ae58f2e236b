using System.Diagnostics;
using Sci.Assimilation;
using Sci.Bench.Native;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Bench;

/// <summary>Analyses against the dense products and solutions that they are made of, cycles against NumPy.</summary>
internal static class AssimilationSuite
{
    // Cycles before the error is watched.
    private const int BurnIn = 400;

    private static readonly Lorenz96 Ring = new(40, 8, 0.05);

    private static readonly Reflected Reflected = new(new TriangularSquareRoot());

    private static readonly (string Work, Func<string, Row> Measure)[] Works =
    [
        ("enkf-1024x10240", work => Enkf(work, 1024, 10_240)),
        ("enkf-1024x1000", work => Enkf(work, 1024, 1000)),
        ("enkf-1024x100", work => Enkf(work, 1024, 100)),
        ("enkf-40x24", work => Enkf(work, 40, 24)),
        ("enkf-40x40", work => Enkf(work, 40, 40)),
        ("etkf-1024x10240", work => Triangular(work, 1024, 10_240)),
        ("etkf-1024x1000", work => Triangular(work, 1024, 1000)),
        ("etkf-1024x100", work => Triangular(work, 1024, 100)),
        ("etkf-40x24", work => Triangular(work, 40, 24)),
        ("etkf-40x40", work => Triangular(work, 40, 40)),
        ("etkf-symmetric-1024x10240", work => Symmetric(work, 1024, 10_240)),
        ("etkf-symmetric-1024x1000", work => Symmetric(work, 1024, 1000)),
        ("etkf-symmetric-1024x100", work => Symmetric(work, 1024, 100)),
        ("etkf-symmetric-40x24", work => Symmetric(work, 40, 24)),
        ("etkf-symmetric-40x40", work => Symmetric(work, 40, 40)),
        ("letkf-2-threads", Threads),
        ("l96-enkf-40", work => Cycle(work, "enkf", new StochasticEnkf { Centered = true, Threads = 1 }, 40, 1.06)),
        ("l96-etkf-40", work => Cycle(work, "sqrt", Reflected, 40, 1.02)),
        ("l96-etkf-symmetric-40", work => Cycle(work, "sqrt", new SquareRoot(), 40, 1.02)),
        ("l96-letkf-7", work => Cycle(work, "letkf", Local(), 7, 1.04)),
        ("l96-etkf-24", work => Cycle(work, "sqrt", Reflected, 24, 1.05)),
    ];

    /// <summary>The works whose names begin with <paramref name="only"/>.</summary>
    public static IEnumerable<Row> Run(string only)
    {
        Workers.Limit = 1;
        return Works.Where(work => work.Work.StartsWith(only, StringComparison.Ordinal)).Select(
            work => work.Measure(work.Work));
    }

    private static Row Enkf(string work, int size, int members) =>
        Analysis(work, new StochasticEnkf { Centered = true }, size, members, PerturbedProducts);

    private static Row Triangular(string work, int size, int members) =>
        Analysis(work, Reflected, size, members, RootProducts);

    private static Row Symmetric(string work, int size, int members) =>
        Analysis(work, new SquareRoot(), size, members, RootProducts);

    // As many updates a turn as make it last a few milliseconds.
    private static Row Analysis(
        string work, IAnalysis analysis, int size, int members, Action<States, States, double[], double[]> products)
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
            () => Repeat(repeats, start, ensemble, states => products(start, states, square, wide)),
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
    private static void PerturbedProducts(States start, States states, double[] square, double[] wide)
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
            Blas.Gemm(1, MatrixSpan.Of(start), gain, 1, x);
        }
        else
        {
            var weights = new MatrixSpan(wide.AsSpan(0, least * least), least, least);
            Blas.Gemm(1, x, x.T, 0, weights);
            Blas.CholeskySolve(s, weights);
            Blas.Gemm(1, weights.T, MatrixSpan.Of(start), 1, x);
        }
    }

    // The smaller Gram matrix and the move of all members: no factorisation, so that the ratio shows what the root
    // costs.
    private static void RootProducts(States start, States states, double[] square, double[] wide)
    {
        var least = Math.Min(states.Size, states.Count);
        var x = MatrixSpan.Of(states);
        var s = new MatrixSpan(square, least, least);
        Gram(x, s);
        if (states.Count > states.Size)
        {
            Blas.Gemm(1, MatrixSpan.Of(start), s, 1, x);
        }
        else
        {
            Blas.Gemm(1, s, MatrixSpan.Of(start), 1, x);
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

    private static Letkf Local() =>
        new() { Localization = new Localization(Ring.Grid, new GaspariCohn(7.28)), Threads = 1 };

    // Wall time on two threads, and on one as the reference: half is what two threads can give at most.
    private static Row Threads(string work)
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
            Workers.Limit = threads;
            var watch = Stopwatch.StartNew();
            new Letkf { Localization = localization, Threads = threads }.Update(
                ensemble, observations, y, new RandomSource(2));
            var time = watch.Elapsed.TotalMicroseconds;
            Workers.Limit = 1;
            return time;
        }

        var turns = Enumerable.Range(0, 15).Select(_ => (Two: Time(2), One: Time(1))).Skip(3).ToArray();
        double Median(Func<(double Two, double One), double> of) =>
            turns.Select(of).Order().ElementAt(turns.Length / 2);
        return new Row(work, Median(t => t.Two), Median(t => t.One), Median(t => t.Two / t.One), "us");
    }

    private static Row Cycle(string work, string peer, IAnalysis analysis, int members, double inflation)
    {
        const int cycles = 5000;
        var inflated = new Inflated(analysis, inflation);
        Run(inflated, members, cycles, seed: 1);
        var start = KsReference.CpuSeconds();
        var ours = Run(inflated, members, cycles, seed: 2);
        var time = 1e6 * (KsReference.CpuSeconds() - start) / (cycles + BurnIn);
        var (theirs, error) = Peer.Run("lorenz96.py", peer, members, inflation, cycles);
        return Math.Abs(ours - error) < 0.1 * error
            ? new Row(work, time, theirs, time / theirs, "us")
            : throw new InvalidOperationException(
                $"{work}: our analysis error is {ours}, NumPy's {error}; times of different work mean nothing.");
    }

    // Sakov and Oke (2008): 40 variables, observed every 0.05 with variance 1. Returns the error of the analysis.
    private static double Run(IAnalysis analysis, int members, int cycles, ulong seed)
    {
        var random = new RandomSource(seed);
        var (truth, ensemble) = (new States(1, Ring.Grid.Points), new States(members, Ring.Grid.Points));
        random["members"].Normals(ensemble.Values);
        truth.Values[0] = 1;
        for (var member = 0; member < members; member++)
        {
            ensemble[member][0] += 1;
        }

        var everywhere = Observations.Everywhere(Ring.Grid, 1, 1);
        var (forecast, after) = (new Scores(), new Scores());
        new TwinExperiment
        {
            Truth = Ring,
            Observed = _ => everywhere,
            BurnIn = BurnIn,
            StepsBetween = 1,
            Cycles = BurnIn + cycles,
            Forecast = [forecast],
            Analysis = [after],
        }.Run(truth, new FilterCycle(Ring, analysis, 1, ensemble), random);
        return after.Error(0).Mean;
    }
}
