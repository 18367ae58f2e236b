using Sci.Numerics;
using Sci.Solvers;
using Sci.Surrogates;

namespace Sci.Cases;

/// <summary>Trains the network of a case and evaluates it beside its reference.</summary>
internal static class PinnStage
{
    private const int Times = 100;
    private const int MostPlaces = 512;
    private const int Plane = 101;

    public static PinnAnswer Run(PinnSettings settings, Action<double> progress, CancellationToken cancel)
    {
        var random = new RandomSource(settings.Seed);
        return settings.Problem switch
        {
            EvolutionSettings evolution => Evolution(evolution, settings.Training, random, progress, cancel),
            LagrangianSettings lagrangian => Lagrangian(lagrangian, settings.Training, random, progress, cancel),
            SteadySettings steady => Steady(steady, settings.Training, random, progress, cancel),
            _ => throw new InvalidOperationException($"There is no stage for {settings.Problem.GetType().Name}."),
        };
    }

    private static PinnAnswer Evolution(
        EvolutionSettings problem, TrainingSettings training, RandomSource random, Action<double> progress,
            CancellationToken cancel)
    {
        var equation = Equation.Parse(problem.Grid.Line(), problem.Equation);
        var (times, places, reference) = Reference(
            equation, problem.Grid, problem.Initial, problem.Duration, problem.TimeStep);
        var series = new PeriodicSeries(
            Initial(problem.Grid, problem.Initial), problem.Grid.Origin, problem.Grid.Length);
        var pinn = new EvolutionPinn(
            new EvolutionProblem(equation, series, problem.Duration, Ends(problem.Ends)), problem.Network.Shape(),
                training.Plan(), problem.Windows);
        pinn.Solve(random, progress, cancel);
        return Answer(times, places, reference, pinn.Evaluate(times, places), [.. pinn.Parameters.SelectMany(p => p)],
            pinn.Curve);
    }

    private static LineEnds Ends(EndsName name) => name switch
    {
        EndsName.Fixed => new FixedEnds(),
        EndsName.Odd => new OddEnds(),
        _ => new PeriodicEnds(),
    };

    private static PinnAnswer Lagrangian(
        LagrangianSettings problem, TrainingSettings training, RandomSource random, Action<double> progress,
            CancellationToken cancel)
    {
        WeightedTerm[] terms =
        [
            new(-problem.Speed, Term.Parse("u_x")), new(
                -problem.Advection, Term.Parse("u*u_x")), new(problem.Viscosity, Term.Parse("u_xx")),
        ];
        var equation = Equation.Parse(problem.Grid.Line(), "u_t = 0*u").Plus(terms);
        var (times, places, reference) = Reference(
            equation, problem.Grid, problem.Initial, problem.Duration, problem.TimeStep);
        var series = new PeriodicSeries(Initial(problem.Grid, problem.Initial), 0, problem.Grid.Length);
        var pinn = new LagrangianPinn(series, problem.Grid.Length, problem.Duration);
        pinn.Solve(
            layout => new LagrangianResidual<double>(
                layout, problem.Speed, problem.Advection, problem.Viscosity, problem.InLabels),
            problem.Motion.Shape(), problem.Field.Shape(), training.Plan(), random, progress, cancel);
        return Answer(times, places, reference, pinn.Evaluate(times, places), pinn.Parameters, pinn.Curve);
    }

    private static PinnAnswer Steady(
        SteadySettings problem, TrainingSettings training, RandomSource random, Action<double> progress,
            CancellationToken cancel)
    {
        var box = new Box([-1, -1], [1, 1]);
        var (network, embedding) = problem.Representation.Over(box);
        ICollocation collocation = problem.Sampling switch
        {
            SamplingName.Residual => new ResidualCollocation(box, 1, 1, 4),
            SamplingName.Adversarial => new AdversarialCollocation(box, 32, 10, 0.5),
            _ => new UniformCollocation(box),
        };
        var pinn = new SteadyPinn(box, problem.SquaredWavenumber, (x, y) =>
        {
            var (u, laplacian) = problem.Solution.At(x, y);
            return laplacian + (problem.SquaredWavenumber * u);
        });
        pinn.Solve(network, embedding, training.Plan(), collocation, random, progress, cancel);
        double[] line = [.. Enumerable.Range(0, Plane).Select(i => -1 + (2.0 * i / (Plane - 1)))];
        double[] points = [.. line.SelectMany(y => line.SelectMany(x => new[] { x, y }))];
        var reference = new States(
            Plane, Plane, [.. line.SelectMany(y => line.Select(x => problem.Solution.At(x, y).Value))]);
        var solution = new States(Plane, Plane, pinn.Evaluate(points));
        return Answer(line, line, reference, solution, pinn.Parameters, pinn.Curve) with
        {
            ResidualVariance = pinn.SquaredResiduals(points).Average(),
        };
    }

    private static PinnAnswer Answer(
        double[] rows, double[] places, States reference, States solution, double[] parameters,
            IReadOnlyList<LossRecord> curve) =>
        new(rows, places, reference, solution, parameters, [.. curve.Select(r => r.Step)],
            [.. curve.Select(r => r.Loss)], double.NaN);

    private static double[] Initial(GridSettings grid, string formula)
    {
        var initial = Formula.Parse(formula, "x");
        return [.. grid.Line().Axes[0].Coordinates().Select(x => initial.At(x))];
    }

    private static (double[] Times, double[] Places, States Values) Reference(
        Equation equation, GridSettings grid, string formula, double duration, double step)
    {
        var model = new SpectralModel(equation, new Etdrk4(step));
        var state = States.Of(Initial(grid, formula));
        var stride = Math.Max(1, grid.Points / MostPlaces);
        double[] places = [.. equation.Grid.Axes[0].Coordinates().Where((_, i) => i % stride == 0)];
        double[] times = [.. Enumerable.Range(0, Times + 1).Select(k => k * duration / Times)];
        var values = new States(times.Length, places.Length);
        for (var k = 0; k < times.Length; k++)
        {
            if (k > 0)
            {
                model.Advance(state, (int)(Math.Round(times[k] / step) - Math.Round(times[k - 1] / step)));
            }

            for (var i = 0; i < places.Length; i++)
            {
                values[k][i] = state[0][i * stride];
            }
        }

        return (times, places, values);
    }
}
