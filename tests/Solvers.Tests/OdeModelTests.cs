using Sci.Numerics;
using Sci.Testing;

namespace Sci.Solvers.Tests;

public class OdeModelTests
{
    [Fact]
    public void An_oscillator_converges_with_the_scheme_s_order()
    {
        var study = Convergence.Of([0.1, 0.05, 0.025, 0.0125], Error);

        Assert.True(Math.Abs(study.Order - OdeModel.Order) < 0.1, study.ToString());
    }

    [Fact]
    public void A_state_that_explodes_names_its_row_and_a_remedy()
    {
        var model = new OdeModel((x, rate) => rate[0] = x[0] * x[0] * x[0], Grid.Line(1, 1), 1, 0.1);

        var failure = Assert.Throws<BlowUpException>(() => model.Advance(new States(2, 1, [0.1, 100.0]), 20));

        Assert.Contains("Member 1", failure.Message, StringComparison.Ordinal);
        Assert.Contains("take a time step below 0.1", failure.Message, StringComparison.Ordinal);
    }

    private static double Error(double step)
    {
        var model = new OdeModel((x, rate) => (rate[0], rate[1]) = (x[1], -x[0]), Grid.Line(2, 2), 2, step);
        var state = States.Of([0.0, 1.0]);
        model.Advance(state, (int)Math.Round(2 / step));
        return Math.Abs(state[0][0] - Math.Sin(2));
    }
}
