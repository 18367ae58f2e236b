using System.Numerics;
using Sci.Numerics;
using Sci.Solvers;
using Sci.Surrogates;

namespace Sci.Bench;

/// <summary>One Adam step of physics-informed networks: 8 layers of 20, 10 000 points, single precision.</summary>
internal static class SurrogatesSuite
{
    public static IEnumerable<Row> Run()
    {
        yield return Step<float>("pinn-burgers", 2, "u_t = -u*u_x + 0.0031830988618379067*u_xx");
        yield return Step<float>("pinn-ks", 4, "u_t = -5*u*u_x - 0.5*u_xx - 0.005*u_xxxx");
        yield return Step<double>("pinn-burgers-double", 2, "u_t = -u*u_x + 0.0031830988618379067*u_xx");
        yield return Step<double>("pinn-ks-double", 4, "u_t = -5*u*u_x - 0.5*u_xx - 0.005*u_xxxx");
    }

    private static Row Step<T>(string work, int order, string text)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var layout = new JetLayout(order, 1);
        var model = new JetModel(layout, Embedding.Scaled([-1, 0], [1, 1]), [new TanhNetwork(2, 20, 8, 1)], []);
        var random = new RandomSource(1)["points"];
        double[] points = [.. Enumerable.Range(0, 10_000).SelectMany(
            _ => new[] { (2 * random.Uniform()) - 1, random.Uniform() })];
        var residual = new EquationResidual<T>(Equation.Parse(Grid.Line(16, 2, -1), text), layout, []);
        var start = new JetPoints<T>(
            model, Initial(), [.. Enumerable.Range(0, 100).Select(i => -Math.Sin(Math.PI * ((0.02 * i) - 1)))]);
        var loss = new PinnLoss<T>(
            model,
            new LossTerm<T>("equation", new JetPoints<T>(model, points), residual),
            new LossTerm<T>("initial", start, new ChannelResidual<T>(0, 0)));
        T[] parameters = [.. model.Initialise(random["network"]).Select(T.CreateTruncating)];
        var adam = new Adam<T>(loss.Count);
        return Turns.Alone(work, () => adam.Step(loss, parameters, 1e-4));
    }

    private static double[] Initial() => [.. Enumerable.Range(0, 100).SelectMany(i => new[] { (0.02 * i) - 1, 0.0 })];
}
