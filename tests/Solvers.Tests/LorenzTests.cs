using Sci.Numerics;
using Sci.Testing;

namespace Sci.Solvers.Tests;

public sealed class LorenzTests
{
    [Fact]
    public void Lorenz63_converges_at_the_order_of_its_scheme() => Converges(
        step => new Lorenz63(10, 28, 8.0 / 3, step), [1.5, -1.2, 20], Lorenz63.Order, [0.02, 0.01, 0.005]);

    // A size that no vector divides.
    [Fact]
    public void Lorenz96_converges_at_the_order_of_its_scheme() => Converges(
        step => new Lorenz96(13, 8, step), [.. Enumerable.Range(0, 13).Select(i => Math.Sin(i * i))], Lorenz96.Order,
        [0.05, 0.025, 0.0125]);

    [Fact]
    public void Lorenz96_agrees_with_the_formula_written_out()
    {
        var state = Enumerable.Range(0, 13).Select(i => Math.Cos(i)).ToArray();
        var states = States.Of(state);
        new Lorenz96(13, 8, 1e-6).Advance(states);
        for (var i = 0; i < 13; i++)
        {
            var tendency = ((state[(i + 1) % 13] - state[(i + 11) % 13]) * state[(i + 12) % 13]) - state[i] + 8;
            Assert.Equal(tendency, (states[0][i] - state[i]) / 1e-6, 1e-4);
        }
    }

    // The advection of the ring conserves Σ x², so its mean obeys E' = -2E + 2F mean(x): at rest at x = F it stays.
    [Fact]
    public void Lorenz96_rests_at_its_forcing()
    {
        var states = new States(2, 40);
        states.Values.Fill(8);
        new Lorenz96(40, 8, 0.05).Advance(states, 20);
        Assert.All(states.Values.ToArray(), value => Assert.Equal(8, value, 1e-13));
    }

    [Fact]
    public void The_tangent_of_Lorenz96_is_the_limit_of_differences()
    {
        var (model, state, delta) = Perturbed();
        var study = Convergence.Of([1e-2, 1e-3, 1e-4], size =>
        {
            var moved = States.Of([.. state.Zip(delta, (x, d) => x + (size * d))]);
            model.Advance(moved, 6);
            var linearisation = model.Linearise(state, 6);
            var tangent = States.Of(delta);
            linearisation.Tangent(tangent);
            return Enumerable.Range(0, 13).Max(i =>
                Math.Abs(((moved[0][i] - linearisation.Final[i]) / size) - tangent[0][i]));
        });
        Assert.True(Math.Abs(study.Order - 1) < 0.1, study.ToString());
    }

    [Fact]
    public void The_adjoint_of_Lorenz96_is_the_transpose_of_its_tangent()
    {
        var (model, state, delta) = Perturbed();
        double[] lambda = [.. Enumerable.Range(0, 13).Select(i => Math.Cos(3 * i * i))];
        var linearisation = model.Linearise(state, 6);
        var (tangent, adjoint) = (States.Of(delta), States.Of(lambda));
        linearisation.Tangent(tangent);
        linearisation.Adjoint(adjoint);
        var forward = lambda.Zip(tangent[0].ToArray(), (a, b) => a * b).Sum();
        var backward = delta.Zip(adjoint[0].ToArray(), (a, b) => a * b).Sum();
        Assert.Equal(forward, backward, 1e-13 * Math.Abs(forward) * 13);
    }

    private static (Lorenz96 Model, double[] State, double[] Delta) Perturbed() => (
        new Lorenz96(13, 8, 0.05),
        [.. Enumerable.Range(0, 13).Select(i => 2 + (3 * Math.Sin(i * i)))],
        [.. Enumerable.Range(0, 13).Select(i => Math.Sin(5 * i))]);

    private static void Converges(Func<double, IModel> model, double[] state, int order, double[] steps)
    {
        double[] After(double step)
        {
            var states = States.Of(state);
            model(step).Advance(states, (int)Math.Round(0.4 / step));
            return states.Values.ToArray();
        }

        var exact = After(0.4 / 3200);
        var study = Convergence.Of(steps, step => After(step).Zip(exact, (a, b) => Math.Abs(a - b)).Max());
        Assert.True(Math.Abs(study.Order - order) < 0.25, study.ToString());
    }
}
