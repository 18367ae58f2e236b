using Sci.Numerics;
using Sci.Testing;

namespace Sci.Solvers.Tests;

public class TwoScaleLorenz96Tests
{
    [Fact]
    public void It_converges_at_the_order_of_its_scheme()
    {
        var exact = After(1e-4);
        var study = Convergence.Of([4e-3, 2e-3, 1e-3], step => Samples.Largest(After(step), exact));
        Assert.True(Math.Abs(study.Order - TwoScaleLorenz96.Order) < 0.25, study.ToString());

        static double[] After(double step)
        {
            var state = Start();
            Model(step, 1).Advance(state, (int)Math.Round(0.2 / step));
            return state[0].ToArray();
        }
    }

    [Fact]
    public void Without_coupling_the_slow_ring_is_lorenz_one_scale_model()
    {
        var state = Start();
        var slow = States.Of(state[0][..8]);
        Model(0.01, 0).Advance(state, 100);
        new Lorenz96(8, 10, 0.01).Advance(slow, 100);
        Assert.InRange(Samples.Largest(slow[0], state[0][..8]), 0, 1e-10);
    }

    [Fact]
    public void Advection_and_exchange_conserve_the_energy()
    {
        // Σ X X' + Σ Y Y' = -Σ X² - c Σ Y² + F Σ X: all else cancels.
        var state = Start()[0];
        var rate = new double[state.Length];
        Model(0.01, 1).Rate(state, rate);
        double left = 0, right = 0;
        for (var i = 0; i < state.Length; i++)
        {
            left += state[i] * rate[i];
            right += i < 8 ? (10 * state[i]) - (state[i] * state[i]) : -10 * state[i] * state[i];
        }

        Assert.Equal(right, left, 1e-12 * Math.Abs(right));
    }

    private static TwoScaleLorenz96 Model(double step, double coupling) =>
        new(8, 4, step) { Forcing = 10, Coupling = coupling, TimeRatio = 10, AmplitudeRatio = 10 };

    private static States Start() =>
        States.Of([.. Enumerable.Range(0, 40).Select(i => (i < 8 ? 3 : 0.3) * Math.Sin(i * i))]);
}
