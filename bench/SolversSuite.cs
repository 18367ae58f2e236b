using Sci.Bench.Native;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Bench;

/// <summary>The solvers against C programs with FFTW; times a member and step.</summary>
internal static class SolversSuite
{
    private static readonly (string Work, Func<string, Row> Measure)[] Works =
    [
        ("ks-128", work => Ks(work, 128, members: 1, steps: 2000)),
        ("ks-1024", work => Ks(work, 1024, members: 1, steps: 200)),
        ("ks-128x1000", work => Ks(work, 128, members: 1000, steps: 20)),
        ("ks-1024x1000", work => Ks(work, 1024, members: 1000, steps: 5)),
        ("ks-128-single", work => Ks(work, 128, members: 1, steps: 2000, isSingle: true)),
        ("ks-128x1000-single", work => Ks(work, 128, members: 1000, steps: 20, isSingle: true)),
        ("ks-1024x1000-single", work => Ks(work, 1024, members: 1000, steps: 5, isSingle: true)),
        ("ks-128x1000-fftw-single", work => SinglePeer(work, 128, members: 1000, steps: 20)),
        ("ks-1024x1000-fftw-single", work => SinglePeer(work, 1024, members: 1000, steps: 5)),
        ("qg-64", work => Qg(work, 64, members: 1, steps: 200)),
        ("qg-128", work => Qg(work, 128, members: 1, steps: 100)),
        ("qg-256", work => Qg(work, 256, members: 1, steps: 50)),
        ("qg-512", work => Qg(work, 512, members: 1, steps: 20)),
        ("qg-256-2threads", work => TwoThreads(work, 256, members: 1, steps: 50)),
        ("qg-64x16-2threads", work => TwoThreads(work, 64, members: 16, steps: 100)),
        ("ks-256-pece", Pece),
        ("qg-64x16", work => Qg(work, 64, members: 16, steps: 100)),
        ("qg-64x16-single", work => Qg(work, 64, members: 16, steps: 100, isSingle: true)),
        ("qg-256-single", work => Qg(work, 256, members: 1, steps: 50, isSingle: true)),
        ("jet-96x192", Jet),
    ];

    /// <summary>The works whose names begin with <paramref name="only"/>.</summary>
    public static IEnumerable<Row> Run(string only)
    {
        // The references have one thread, and processor time would charge us for a second one's waiting.
        Workers.Limit = 1;
        return Works.Where(work => work.Work.StartsWith(only, StringComparison.Ordinal)).Select(
            work => work.Measure(work.Work));
    }

    // pyqg's own example: eddies of two layers, on one thread.
    private static Row Qg(string work, int points, int members, int steps, bool isSingle = false)
    {
        const double Length = 1e6;
        var timeStep = 7200.0 * 64 / points;
        var flow = new TwoLayerFlow
        {
            Beta = 1.5e-11, DeformationRadius = 15_000, DepthRatio = 0.25, UpperCurrent = 0.025, LowerCurrent = 0,
            BottomDrag = 5.787e-7,
        };
        var model = In(isSingle, flow.AsPyqg(Grid.Box(points, points, Length, Length), timeStep));
        var reference = new QgReference(flow, points, Length, timeStep);
        States ours = Eddies(points, members), theirs = ours.Clone();
        model.Advance(ours, 20);
        reference.Advance(theirs.Values, members, 20);
        Same(work, ours, theirs, (isSingle ? 1e-5 : 1e-9) * 1e-5);
        return Turns.Measure(
            work, () => model.Advance(ours, steps), () => reference.Advance(theirs.Values, members, steps),
            (double)members * steps);
    }

    // The scheme of the jet's authors; both from the same start, in turn.
    private static Row Jet(string work)
    {
        const int steps = 200;
        var model = LeapfrogJet.Published(TwoLayerJet.Published);
        var grid = model.Grid;
        States start = new(1, 2 * grid.Points), states = start.Clone();
        for (var i = 0; i < start.Size; i++)
        {
            var (layer, point) = Math.DivRem(i, grid.Points);
            var (y, x) = (2 * Math.PI * (point / 96) / 192, 2 * Math.PI * (point % 96) / 96);
            start[0][i] = 0.05 * ((2 * Math.Sin(y + layer)) + Math.Cos((2 * x) - y) + Math.Sin(x + (3 * y) + layer));
        }

        start.Values.CopyTo(states.Values);
        model.Advance(states, steps + 20);
        var ours = states.Values.ToArray().Sum(value => value * value);
        var theirs = Peer.Run("jet.py", steps).Result;
        return Math.Abs(ours - theirs) < 1e-9 * theirs
            ? Turns.Beside(
                work, () => model.Advance(states, steps), steps, () => Peer.Run("jet.py", steps).Microseconds)
            : throw new InvalidOperationException(
                $"{work}: the squares of our q sum to {ours}, NumPy's to {theirs}; "
                + $"times of different work mean nothing.");
    }

    // Ours on two threads, by the clock, against ours on one. Members share nothing, so what an ensemble gains is what
    // the machine has to give.
    private static Row TwoThreads(string work, int points, int members, int steps)
    {
        var flow = new TwoLayerFlow
        {
            Beta = 1.5e-11, DeformationRadius = 15_000, DepthRatio = 0.25, UpperCurrent = 0.025, LowerCurrent = 0,
            BottomDrag = 5.787e-7,
        };
        var model = flow.AsPyqg(Grid.Box(points, points, 1e6, 1e6), 7200.0 * 64 / points);
        var states = Eddies(points, members);
        var limit = Workers.Limit;
        void On(int threads)
        {
            Workers.Limit = threads;
            model.Advance(states, steps);
            Workers.Limit = limit;
        }

        return Turns.ByClock(work, () => On(2), () => On(1), (double)members * steps);
    }

    // All of a run to t = 50 with an error of 1e-6 against the same by the reference's scheme, which needs steps of
    // 1/64.
    private static Row Pece(string work)
    {
        var (grid, length) = (Grid.Line(256, 32 * Math.PI), 32 * Math.PI);
        var equation = Equation.Parse(grid, "u_t = -u*u_x - u_xx - u_xxxx");
        var model = new SpectralModel(equation, new ExponentialPece(0.125, 6));
        var reference = new KsReference(256, length, 1.0 / 64);
        States start = new(1, 256), truth, ours, theirs;
        for (var i = 0; i < 256; i++)
        {
            var x = 2 * Math.PI * i / 256;
            start[0][i] = Math.Cos(x) * (1 + Math.Sin(x));
        }

        (truth, ours, theirs) = (start.Clone(), start.Clone(), start.Clone());
        new SpectralModel(equation, new ExponentialPece(1.0 / 64, 6)).Advance(truth, 3200);
        model.Advance(ours, 400);
        reference.Advance(theirs.Values, 1, 3200);
        Same(work, truth, ours, 1.5e-6);
        Same(work, truth, theirs, 1e-5);
        return Turns.Measure(
            work,
            () => { start.Values.CopyTo(ours.Values); model.Advance(ours, 400); },
            () => { start.Values.CopyTo(theirs.Values); reference.Advance(theirs.Values, 1, 3200); },
            1);
    }

    private static States Eddies(int points, int members)
    {
        var states = new States(members, 2 * points * points);
        var random = new RandomSource(1)["eddies"];
        for (var member = 0; member < members; member++)
        {
            var (a, b) = (random.Uniform(), random.Uniform());
            for (var i = 0; i < points * points; i++)
            {
                var (y, x) = (2 * Math.PI * (i / points) / points, 2 * Math.PI * (i % points) / points);
                states[member][i] = 1e-5 * (Math.Cos((4 * x) + a) + Math.Sin((3 * y) + x + b));
                states[member][(points * points) + i] = 1e-6 * Math.Cos((2 * x) - y + a);
            }
        }

        return states;
    }

    // In either precision against the reference in double precision.
    private static Row Ks(string work, int points, int members, int steps, bool isSingle = false) =>
        Ks(work, points, members, steps, isSingle, theirsIsSingle: false);

    // Both in single precision.
    private static Row SinglePeer(string work, int points, int members, int steps) =>
        Ks(work, points, members, steps, isSingle: true, theirsIsSingle: true);

    private static Row Ks(string work, int points, int members, int steps, bool isSingle, bool theirsIsSingle)
    {
        var (length, timeStep) = (points * 0.78, 0.1);
        var model = In(isSingle, new SpectralModel(
            Equation.Parse(Grid.Line(points, length), "u_t = -u*u_x - u_xx - u_xxxx"), new Etdrk4(timeStep)));
        var reference = new KsReference(points, length, timeStep, theirsIsSingle);
        States ours = Start(points, members), theirs = ours.Clone();
        model.Advance(ours, 20);
        reference.Advance(theirs.Values, members, 20);
        Same(work, ours, theirs, isSingle ? 1e-4 : 1e-9);
        return Turns.Measure(
            work, () => model.Advance(ours, steps), () => reference.Advance(theirs.Values, members, steps),
            (double)members * steps);
    }

    private static SpectralModel In(bool isSingle, SpectralModel model) =>
        model.In(isSingle ? Precision.Single : Precision.Double);

    private static States Start(int points, int members)
    {
        var states = new States(members, points);
        var random = new RandomSource(1)["start"];
        for (var member = 0; member < members; member++)
        {
            var (a, phase) = (random.Normal(), random.Uniform());
            for (var i = 0; i < points; i++)
            {
                states[member][i] = Math.Cos(8 * Math.PI * i / points) + (a * Math.Sin(
                    (6 * Math.PI * i / points) + phase));
            }
        }

        return states;
    }

    private static void Same(string work, States ours, States theirs, double tolerance)
    {
        for (var i = 0; i < ours.Values.Length; i++)
        {
            if (!(Math.Abs(ours.Values[i] - theirs.Values[i]) < tolerance))
            {
                throw new InvalidOperationException(
                    $"{work}: value {i} is {ours.Values[i]} by us and {theirs.Values[i]} by the "
                    + $"reference; times of different work mean nothing.");
            }
        }
    }
}
