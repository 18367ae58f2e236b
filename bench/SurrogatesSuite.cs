using System.Numerics;
using Sci.Numerics;
using Sci.Solvers;
using Sci.Surrogates;
using Sci.Surrogates.Tests;
using static TorchSharp.torch;

namespace Sci.Bench;

/// <summary>
/// One Adam step of physics-informed networks, 8 layers of 20 and 10 000 points, beside nested reverse mode in
/// libtorch.
/// </summary>
internal static class SurrogatesSuite
{
    private const int Starts = 100;
    private const double Viscosity = 0.0031830988618379067;
    private const double Rate = 1e-4;
    private const string Burgers = "u_t = -u*u_x + 0.0031830988618379067*u_xx";
    private const string Sivashinsky = "u_t = -5*u*u_x - 0.5*u_xx - 0.005*u_xxxx";

    public static IEnumerable<Row> Run()
    {
        Workers.Limit = 1;
        set_num_threads(1);
        yield return Step<float>("pinn-burgers", 2, Burgers, BurgersResidual, float32);
        yield return Step<float>("pinn-ks", 4, Sivashinsky, SivashinskyResidual, float32);
        yield return Step<double>("pinn-burgers-double", 2, Burgers, BurgersResidual, float64);
        yield return Step<double>("pinn-ks-double", 4, Sivashinsky, SivashinskyResidual, float64);
    }

    // Time runs from 0 to 1 and the network's from -1 to 1, so that its derivative counts twice.
    private static Tensor BurgersResidual(Tensor[] u) => (2 * u[^1]) + (u[0] * u[1]) - (Viscosity * u[2]);

    private static Tensor SivashinskyResidual(Tensor[] u) =>
        (2 * u[^1]) + (5 * u[0] * u[1]) + (0.5 * u[2]) + (0.005 * u[4]);

    private static Row Step<T>(string work, int order, string text, Func<Tensor[], Tensor> residual, ScalarType type)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var terms = Equation.Parse(Grid.Line(16, 2, -1), text);
        var layout = EquationLayout.Of(terms);
        var model = new JetModel(layout, Embedding.Scaled([-1, 0], [1, 1]), [new TanhNetwork(2, 20, 8, 1)], []);
        var random = new RandomSource(1);
        double[] points = [.. Enumerable.Range(0, 20_000).Select(_ => (2 * random.Uniform()) - 1)];
        double[] start = [.. Enumerable.Range(0, Starts).SelectMany(i => new[] { (0.02 * i) - 1, -1.0 })];
        double[] initial = [.. Enumerable.Range(0, Starts).Select(i => -Math.Sin(Math.PI * ((0.02 * i) - 1)))];
        var equation = new EquationResidual<T>(terms, layout, []);
        var ours = new PinnLoss<T>(
            model,
            new LossTerm<T>("equation", new JetPoints<T>(model, InTime(points)), equation),
            new LossTerm<T>(
                "initial", new JetPoints<T>(model, InTime(start), initial), new ChannelResidual<T>(0, 0)));
        var drawn = model.Initialise(random["network"]);
        var theirs = new StockPinn([2, .. Enumerable.Repeat(20, 8), 1], drawn, points, start, initial, type);
        T[] parameters = [.. drawn.Select(T.CreateTruncating)];
        Agree(work, ours.Evaluate(parameters, new T[parameters.Length]), theirs.Loss(order, residual));
        var adam = new Adam<T>(ours.Count);
        var stock = new StockAdam(theirs.Parameters, Rate);
        return Turns.Measure(
            work, () => adam.Step(ours, parameters, Rate), () => Step(theirs, order, residual, stock), 1);
    }

    private static double[] InTime(double[] points) =>
        [.. points.Select((value, i) => i % 2 == 0 ? value : (value + 1) / 2)];

    private static void Step(StockPinn network, int order, Func<Tensor[], Tensor> residual, StockAdam adam)
    {
        using var scope = NewDisposeScope();
        foreach (var parameter in network.Parameters)
        {
            _ = parameter.grad?.zero_();
        }

        network.Loss(order, residual).backward();
        adam.Step();
    }

    private static void Agree(string work, double ours, Tensor loss)
    {
        var theirs = loss.to(float64).item<double>();
        if (Math.Abs(ours - theirs) > 1e-4 * theirs)
        {
            throw new InvalidOperationException($"{work}: our loss is {ours}, the reference's {theirs}.");
        }
    }
}
