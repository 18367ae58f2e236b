using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Bench;

/// <summary>What watching a run and diagnosing it cost: a run with it against the same steps without.</summary>
internal static class RunsSuite
{
    private const int Looks = 2000;
    private const int Samples = 100;

    private static readonly (string Work, Func<string, Row> Measure)[] Works =
    [
        ("watch-ks-128", work => Watched(work, Ks(), "0.5*u^2")),
        ("watch-flow-64", work => Watched(work, Flow(), "0.5*w^2")),
        ("watch-layers-64", work => Watched(work, Layers(), "0.5*q1^2")),
        ("watch-ks-128x40", work => WatchedMembers(work, Ks(), members: 40, steps: 2)),
        ("watch-ks-128x1000", work => WatchedMembers(work, Ks(), members: 1000, steps: 1)),
        ("watch-layers-64x25", work => WatchedMembers(work, Layers(), members: 25, steps: 5)),
        ("budget-ks-128", work => Diagnosed(work, Ks())),
        ("budget-flow-64", work => Diagnosed(work, Flow())),
        ("budget-layers-64", work => Diagnosed(work, Layers())),
    ];

    /// <summary>The works whose names begin with <paramref name="only"/>.</summary>
    public static IEnumerable<Row> Run(string only)
    {
        Workers.Limit = 1;
        return Works.Where(work => work.Work.StartsWith(only, StringComparison.Ordinal)).Select(
            work => work.Measure(work.Work));
    }

    // Tail, Courant number, a kept quantity and finite values, at the distance that a run has by itself.
    private static Row Watched(string work, SpectralModel model, string kept)
    {
        States ours = Noise(model), plain = ours.Clone();
        var run = new Run(model, ours)
        {
            Watches =
            [
                new FiniteWatch(model), new SpectralWatch(model, 10, 100),
                new DriftWatch(new Quantities(model.Equation, [Quantity.Parse("kept", kept)]), 1e10),
            ],
        };
        return Turns.Measure(work, () => run.Advance(Looks), () => model.Advance(plain, Looks), Looks);
    }

    // Forecasts of an ensemble, as many as bring several looks.
    private static Row WatchedMembers(string work, SpectralModel model, int members, int steps)
    {
        var ours = new States(members, model.Equation.Size);
        for (var member = 0; member < members; member++)
        {
            Noise(model)[0].CopyTo(ours[member]);
        }

        var plain = ours.Clone();
        var watched = new WatchedEnsemble(model, () => (1, 0));
        var forecasts = 5 * watched.StepsBetweenLooks / (members * steps);
        void Forecast(IModel by, States states)
        {
            for (var forecast = 0; forecast < forecasts; forecast++)
            {
                by.Advance(states, steps);
            }
        }

        return Turns.Measure(
            work, () => Forecast(watched, ours), () => Forecast(model, plain), forecasts * members * steps);
    }

    private static Row Diagnosed(string work, SpectralModel model)
    {
        States ours = Noise(model), plain = ours.Clone();
        var budget = new SpectralBudget(model);
        return Turns.Measure(
            work,
            () =>
            {
                model.Advance(ours, Samples);
                budget.Add(ours[0]);
            },
            () => model.Advance(plain, Samples), Samples);
    }

    private static SpectralModel Ks() =>
        new(KuramotoSivashinsky.OnLine(Grid.Line(128, 32 * Math.PI)), new Etdrk4(0.25));

    private static SpectralModel Flow()
    {
        var flow = new PlaneFlow { Beta = 0, Drag = 0.1, Viscosity = 1e-3, ViscosityPower = 1, Forcing = null };
        return new(flow.On(Grid.Box(64, 64, 2 * Math.PI, 2 * Math.PI)), new Krogstad(0.01), Dealiasing.TwoThirds);
    }

    private static SpectralModel Layers() => new TwoLayerFlow
    {
        Beta = 1.5e-11, DeformationRadius = 15_000, DepthRatio = 0.25, UpperCurrent = 0.025, LowerCurrent = 0,
        BottomDrag = 5.787e-7,
    }.AsPyqg(Grid.Box(64, 64, 1e6, 1e6), 7200);

    private static States Noise(SpectralModel model)
    {
        var states = new States(1, model.Equation.Size);
        var smallest = model.Grid.Axes.Min(axis => 2 * Math.PI / axis.Length);
        var scale = model.Equation.Fields.Count == 2 ? 1e-12 : 0.5;
        new RingForcing(model.Grid, 3 * smallest, 2 * smallest, scale, 0, new RandomSource(1)).Add(states, 0, 1);
        return states;
    }
}
