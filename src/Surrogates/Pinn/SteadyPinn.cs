using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>Solves Δu + k²u = f on a rectangle with u = 0 on its edge.</summary>
/// <remarks>û = (x - a)(b - x)(y - c)(d - y) N, so that the edge is exact.</remarks>
/// <param name="box">The rectangle.</param>
/// <param name="squaredWavenumber">k²; 0 for Poisson's equation.</param>
/// <param name="source">f at (x, y).</param>
public sealed class SteadyPinn(Box box, double squaredWavenumber, Func<double, double, double> source)
{
    private JetModel? model;
    private PinnLoss<double>? loss;

    /// <summary>The network's parameters, once solved.</summary>
    public double[] Parameters { get; private set; } = [];

    /// <summary>The loss over the steps.</summary>
    public IReadOnlyList<LossRecord> Curve { get; private set; } = [];

    /// <summary>
    /// Trains a network; <paramref name="network"/> reads the features of <paramref name="embedding"/>.
    /// </summary>
    public void Solve(
        JetNetwork network,
        Embedding embedding,
        PinnPlan plan,
        ICollocation collocation,
        RandomSource random,
        Action<double> progress,
        CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(collocation);
        ArgumentNullException.ThrowIfNull(random);
        var layout = new JetLayout(2, 2);
        model = new JetModel(
            layout, embedding, [network], [new HardConstraint(0, _ => Jet.Constant(layout, 0), Inside)]);
        var residual = new ChannelResidual<double>(
            [(0, layout[0, 2], 1), (0, layout[1, 2], 1), (0, 0, squaredWavenumber)], column: 0);
        loss = new PinnLoss<double>(
            model, new LossTerm<double>("equation", Place(box.LatinHypercube(plan.Points, random["first"])), residual));
        Parameters = model.Initialise(random["network"]);
        var training = new PinnTraining(loss, plan, collocation, Place);
        training.Run(Parameters, random["points"], progress, cancel);
        Curve = training.Curve;
    }

    /// <summary>The solution at points, shape [count, 2].</summary>
    /// <exception cref="InvalidOperationException">Nothing has been solved yet.</exception>
    public double[] Evaluate(ReadOnlySpan<double> points) => Solved().Values(Parameters, Place(points));

    /// <summary>The squared residual at points, shape [count, 2].</summary>
    /// <exception cref="InvalidOperationException">Nothing has been solved yet.</exception>
    public double[] SquaredResiduals(ReadOnlySpan<double> points) =>
        Solved().SquaredResiduals(Parameters, Place(points), Solved().Terms[0].Residual);

    private PinnLoss<double> Solved() =>
        loss ?? throw new InvalidOperationException("Nothing has been solved yet; call Solve first.");

    private JetPoints<double> Place(double[] points) => Place(points.AsSpan());

    private JetPoints<double> Place(ReadOnlySpan<double> points)
    {
        var f = new double[points.Length / 2];
        for (var i = 0; i < f.Length; i++)
        {
            f[i] = source(points[2 * i], points[(2 * i) + 1]);
        }

        return new JetPoints<double>(model!, points, f);
    }

    private Jet Inside(IReadOnlyList<Jet> z) => Bubble(z[0], 0) * Bubble(z[1], 1);

    private Jet Bubble(Jet x, int d)
    {
        var (lower, upper) = (box.Lower[d], box.Upper[d]);
        return 4 / ((upper - lower) * (upper - lower)) * ((x + -lower) * (upper - x));
    }
}
