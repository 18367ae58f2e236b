using Sci.Numerics;
using Sci.Solvers;
using Sci.Testing;

namespace Sci.Discovery.Tests.Loop;

public sealed class BlackBoxTests
{
    private static readonly Grid Coarse = Grid.Line(128, KuramotoSivashinsky.Length);

    [Theory]
    [InlineData("u_t = -u_xx - u_xxxx", "u*u_x", -1)]
    [InlineData("u_t = -u*u_x - u_xxxx", "u_xx", -1)]
    public void A_model_that_can_only_be_stepped_gets_its_missing_term_from_noisy_snapshots(
        string model, string term, double coefficient)
    {
        var hidden = new Hidden(new SpectralModel(Equation.Parse(Coarse, model), new Etdrk4(0.025)));
        var selection = new SupersetBackward(new EstimatedVariance(1e-6), new InformationPenalty(), 0, []);
        var method = KuramotoSivashinsky.Method(SplitModel.Around(hidden)) with
        {
            TimeStep = 0.1,
            Library = [.. new[] { "u", "u_x", "u*u_x", "u^2*u_x", "u_xx", "u_xxx", "u_xxxx" }.Select(Term.Parse)],
            Guess = new IncrementGuess(hidden, selection),
            Responses = new Differences(Coarsening: 1),
        };

        var fit = method.Fit(
            Equation.Parse(Coarse, "u_t = 0"), KuramotoSivashinsky.Windows(1, 6, 0.01, 3, 1), CancellationToken.None);

        var found = Assert.Single(fit.Terms);
        Assert.Equal(Term.Parse(term), found.Term);
        Assert.InRange(Math.Abs(found.Coefficient - coefficient), 0, 4 * fit.Fit.Deviations[fit.Fit.Support[0]]);
        Assert.InRange(fit.Fit.Deviations[fit.Fit.Support[0]], 0, 3e-3);
        Assert.True(fit.Converged);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    public void Splitting_has_its_order(int innerSteps, int order)
    {
        var whole = Equation.Parse(Coarse, KuramotoSivashinsky.Truth);
        var start = Start();
        var exact = Run(new SpectralModel(whole, new Etdrk4(1.0 / 1024)), start, 256);

        var study = Convergence.Of([1.0 / 32, 1.0 / 64, 1.0 / 128], timeStep =>
        {
            var inner = new SpectralModel(
                Equation.Parse(Coarse, "u_t = -u*u_x - 0.5*u_xx"), new Etdrk4(timeStep / innerSteps));
            var added = Equation.Parse(Coarse, "u_t = -0.5*u_xx - u_xxxx");
            var split = Run(new SplitModel(inner, added, innerSteps), start, (int)Math.Round(0.25 / timeStep));
            return Enumerable.Range(0, split.Length).Max(i => Math.Abs(split[i] - exact[i]));
        });

        Assert.True(study.Order > order - 0.3, study.ToString());
    }

    [Fact]
    public void Steps_that_are_no_whole_number_of_the_models_are_refused()
    {
        var factory = SplitModel.Around(
            new SpectralModel(Equation.Parse(Coarse, KuramotoSivashinsky.Truth), new Etdrk4(0.1)));

        Assert.Throws<ArgumentException>(() => factory(Equation.Parse(Coarse, "u_t = u_xx"), 0.25));
    }

    // A few long waves: mild enough for the steps to be in the range of the order.
    private static States Start() =>
        States.Of(
            [.. Coarse.Axes[0].Coordinates().Select(x => Math.Cos(4 * Math.PI * x / KuramotoSivashinsky.Length))]);

    private static double[] Run(IModel model, States start, int steps)
    {
        var state = start.Clone();
        model.Advance(state, steps);
        return state[0].ToArray();
    }
}
