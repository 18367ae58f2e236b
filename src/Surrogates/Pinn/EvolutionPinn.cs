using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>Solves evolution equations on a line by networks, one for each window of time.</summary>
/// <remarks>
/// û = u₀(x) + (t - t₀) E(x) N with the factor E of the ends, so that initial and boundary values are exact; u₀ of a
/// window is the end of the window before. Windows: Wight and Zhao (2021), doi:10.4208/cicp.OA-2020-0086.
/// </remarks>
public sealed class EvolutionPinn
{
    private const int Samples = 512;

    private readonly EvolutionProblem problem;
    private readonly NetworkShape shape;
    private readonly PinnPlan plan;
    private readonly int windows;
    private readonly List<(JetModel Model, double[] Parameters, PinnLoss<double> Loss)> solved = [];
    private readonly List<LossRecord> curve = [];

    /// <summary>Networks of one shape, trained by one plan, for equal windows of the problem's time.</summary>
    public EvolutionPinn(EvolutionProblem problem, NetworkShape shape, PinnPlan plan, int windows)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentOutOfRangeException.ThrowIfLessThan(windows, 1);
        (this.problem, this.shape, this.plan, this.windows) = (problem, shape, plan, windows);
    }

    /// <summary>The loss over the steps of all windows.</summary>
    public IReadOnlyList<LossRecord> Curve => curve;

    /// <summary>The parameters of each window's network.</summary>
    public IReadOnlyList<double[]> Parameters => [.. solved.Select(window => window.Parameters)];

    /// <summary>How residual points are chosen in a box of (x, t).</summary>
    public Func<Box, ICollocation> Collocation { get; init; } = box => new ResidualCollocation(box, 1, 1, 4);

    private double Span => problem.Duration / windows;

    /// <summary>Trains window after window.</summary>
    /// <exception cref="ArithmeticException">The loss is no number any more.</exception>
    public void Solve(RandomSource random, Action<double> progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(random);
        solved.Clear();
        var initial = problem.Initial;
        for (var w = 0; w < windows; w++)
        {
            var window = w;
            Train(initial, random[w], done => progress((window + done) / windows), cancel);
            initial = w
                + 1 < windows ? new PeriodicSeries(Line(w, Span), problem.Left, problem.Right - problem.Left) : initial;
        }
    }

    /// <summary>The solution at times and places, shape [times, places].</summary>
    public States Evaluate(IReadOnlyList<double> times, IReadOnlyList<double> places)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(places);
        var states = new States(times.Count, places.Count);
        for (var k = 0; k < times.Count; k++)
        {
            var w = Math.Clamp((int)(times[k] / Span), 0, windows - 1);
            Values(w, times[k] - (w * Span), places).CopyTo(states[k]);
        }

        return states;
    }

    private void Train(PeriodicSeries initial, RandomSource random, Action<double> progress, CancellationToken cancel)
    {
        var model = Model(initial);
        var residual = new EquationResidual<double>(problem.Equation, model.Layout, []);
        var box = new Box([problem.Left, 0], [problem.Right, Span]);
        var loss = new PinnLoss<double>(
            model, new LossTerm<double>(
                "equation", new JetPoints<double>(model, box.LatinHypercube(plan.Points, random["first"])), residual));
        // The network of the window before is a better start than a fresh draw: the solution goes on as it was.
        var parameters = solved.Count == 0 ? model.Initialise(random["network"]) : [.. solved[^1].Parameters];
        var training = new PinnTraining(loss, plan, Collocation(box), points => new JetPoints<double>(model, points));
        training.Run(parameters, random["points"], progress, cancel);
        var before = curve.Count == 0 ? 0 : curve[^1].Step + 1;
        curve.AddRange(training.Curve.Select(record => record with { Step = record.Step + before }));
        solved.Add((model, parameters, loss));
    }

    private JetModel Model(PeriodicSeries initial)
    {
        var layout = EquationLayout.Of(problem.Equation);
        var (left, right) = (problem.Left, problem.Right);
        var embedding = problem.Ends.Embedding(left, right, Span, shape.Harmonics);
        var constraint = new HardConstraint(
            0,
            z => initial.At(layout.Each, z[0].Value),
            z => 1 / Span * z[1] * problem.Ends.Factor(z[0], left, right));
        return new JetModel(
            layout, embedding, [new TanhNetwork(embedding.Features, shape.Width, shape.Depth, 1)], [constraint]);
    }

    private double[] Line(int window, double time) => Values(
        window, time, [.. Enumerable.Range(
            0, Samples).Select(i => problem.Left + (i * (problem.Right - problem.Left) / Samples))]);

    private double[] Values(int window, double time, IReadOnlyList<double> places)
    {
        var (model, parameters, loss) = solved[window];
        return loss.Values(parameters, new JetPoints<double>(model, [.. places.SelectMany(x => new[] { x, time })]));
    }
}
