using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>
/// Solves u_t + (c + a u) u_x = ν u_xx on a periodic line along its characteristics: a Lagrangian network.
/// </summary>
/// <remarks>
/// Two networks of the labels and time: the displacement x - ξ and the state carried along. Both begin exactly: x = ξ,
/// w = u₀(ξ). Mojgani, Balajewicz and Hassanzadeh (2022), arXiv:2205.02902.
/// </remarks>
/// <param name="initial">u₀.</param>
/// <param name="length">Period of the line, whose labels begin at 0.</param>
/// <param name="duration">Time.</param>
public sealed class LagrangianPinn(PeriodicSeries initial, double length, double duration)
{
    private const int Labels = 2048;
    private const double Still = 0.01;

    private JetModel? model;
    private PinnLoss<double>? loss;

    /// <summary>Parameters of both networks, once solved.</summary>
    public double[] Parameters { get; private set; } = [];

    /// <summary>The loss over the steps.</summary>
    public IReadOnlyList<LossRecord> Curve { get; private set; } = [];

    /// <summary>Trains both networks.</summary>
    /// <param name="residual">Makes the equation for the layout of the networks.</param>
    /// <param name="motion">Size of the network of the displacement.</param>
    /// <param name="field">Size of the network of the state.</param>
    /// <param name="plan">How both are trained.</param>
    /// <param name="random">Where draws come from.</param>
    /// <param name="progress">Hears of the share that is done.</param>
    /// <param name="cancel">Stops it.</param>
    public void Solve(
        Func<JetLayout, LagrangianResidual<double>> residual,
        NetworkShape motion,
        NetworkShape field,
        PinnPlan plan,
        RandomSource random,
        Action<double> progress,
        CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(residual);
        ArgumentNullException.ThrowIfNull(motion);
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(random);
        var layout = new JetLayout(2, 1);
        var box = new Box([0, 0], [length, duration]);
        var embedding = Embedding.Periodic(length, field.Harmonics, box.Lower, box.Upper);
        model = new JetModel(
            layout,
            embedding,
            [new TanhNetwork(embedding.Features, motion.Width, motion.Depth, 1),
                new TanhNetwork(embedding.Features, field.Width, field.Depth, 1)],
            [
                new HardConstraint(0, z => Jet.Constant(layout, 0), z => length / duration * z[1]),
                new HardConstraint(1, z => initial.At(layout, z[0].Value), z => 1 / duration * z[1]),
            ]);
        var points = new JetPoints<double>(model, box.LatinHypercube(plan.Points, random["first"]));
        loss = new PinnLoss<double>(model, new LossTerm<double>("equation", points, residual(layout)));
        Parameters = model.Initialise(random["network"]);
        // Almost no displacement at first: the labels must stay in order, or the equation is singular.
        var displaced = model.Networks[0].ParameterCount;
        foreach (ref var weight in Parameters.AsSpan(displaced - motion.Width - 1, motion.Width + 1))
        {
            weight *= Still;
        }

        var place = model;
        var training = new PinnTraining(
            loss, plan, new ResidualCollocation(box, 1, 1, 4), coordinates =>
                new JetPoints<double>(place, coordinates));
        training.Run(Parameters, random["points"], progress, cancel);
        Curve = training.Curve;
    }

    /// <summary>The solution at times and places, shape [times, places]: linear between the characteristics.</summary>
    /// <exception cref="InvalidOperationException">Nothing has been solved yet.</exception>
    public States Evaluate(IReadOnlyList<double> times, IReadOnlyList<double> places)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(places);
        if (model is null || loss is null)
        {
            throw new InvalidOperationException("Nothing has been solved yet; call Solve first.");
        }

        var states = new States(times.Count, places.Count);
        for (var k = 0; k < times.Count; k++)
        {
            var time = times[k];
            var points = new JetPoints<double>(
                model, [.. Enumerable.Range(0, Labels).SelectMany(i => new[] { i * length / Labels, time })]);
            var (moved, values) = (loss.Values(Parameters, points, output: 0),
                loss.Values(Parameters, points, output: 1));
            Interpolate(moved, values, places, states[k]);
        }

        return states;
    }

    private void Interpolate(double[] moved, double[] values, IReadOnlyList<double> places, Span<double> row)
    {
        var sorted = Enumerable.Range(0, Labels)
            .Select(
                i => (X: Wrapped((i * length / Labels) + moved[i]), U: values[i])).OrderBy(pair => pair.X).ToArray();
        double[] x = [sorted[^1].X - length, .. sorted.Select(pair => pair.X), sorted[0].X + length];
        double[] u = [sorted[^1].U, .. sorted.Select(pair => pair.U), sorted[0].U];
        for (var i = 0; i < row.Length; i++)
        {
            var at = Array.BinarySearch(x, Wrapped(places[i]));
            var right = Math.Clamp(at < 0 ? ~at : at, 1, x.Length - 1);
            var share = x[right] > x[right - 1] ? (Wrapped(places[i]) - x[right - 1]) / (x[right] - x[right - 1]) : 0;
            row[i] = u[right - 1] + (share * (u[right] - u[right - 1]));
        }
    }

    private double Wrapped(double x) => x - (length * Math.Floor(x / length));
}
