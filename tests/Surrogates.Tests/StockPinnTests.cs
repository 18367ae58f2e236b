using Sci.Numerics;
using Sci.Solvers;
using static TorchSharp.torch;

namespace Sci.Surrogates.Tests;

public sealed class StockPinnTests
{
    [Theory]
    [InlineData(2, "u_t = -u*u_x + 0.1*u_xx")]
    [InlineData(4, "u_t = -5*u*u_x - 0.5*u_xx - 0.005*u_xxxx")]
    public void Jets_and_nested_reverse_mode_give_the_same_loss_and_gradient(int order, string text)
    {
        using var scope = NewDisposeScope();
        var layout = new JetLayout(order, 1);
        var model = new JetModel(layout, Embedding.Scaled([-1, -1], [1, 1]), [new TanhNetwork(2, 7, 3, 1)], []);
        double[] points = Some.Points(60, 2), start = Some.Points(20, 2), initial = Some.Points(20, 1);
        var residual = new EquationResidual<double>(Equation.Parse(Grid.Line(16, 2, -1), text), layout, []);
        var ours = new PinnLoss<double>(
            model,
            new LossTerm<double>("equation", new JetPoints<double>(model, points), residual),
            new LossTerm<double>(
                "initial", new JetPoints<double>(model, start, initial), new ChannelResidual<double>(0, 0)));
        var parameters = model.Initialise(new RandomSource(3));
        Some.Jitter(parameters);
        var gradient = new double[parameters.Length];
        var loss = ours.Evaluate(parameters, gradient);

        var theirs = new StockPinn([2, 7, 7, 7, 1], parameters, points, start, initial, float64);
        var found = theirs.Loss(order, order == 2 ? Burgers : Sivashinsky);
        found.backward();

        double[] slopes = [.. theirs.Parameters.SelectMany(each => each.grad!.contiguous().data<double>().ToArray())];
        Assert.Equal(found.item<double>(), loss, 1e-12 * loss);
        var size = gradient.Max(Math.Abs);
        Assert.All(gradient.Zip(slopes), pair => Assert.Equal(pair.Second, pair.First, 1e-11 * size));
    }

    private static Tensor Burgers(Tensor[] u) => u[^1] + (u[0] * u[1]) - (0.1 * u[2]);

    private static Tensor Sivashinsky(Tensor[] u) => u[^1] + (5 * u[0] * u[1]) + (0.5 * u[2]) + (0.005 * u[4]);
}
