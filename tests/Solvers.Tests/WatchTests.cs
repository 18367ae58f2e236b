using Sci.Numerics;

namespace Sci.Solvers.Tests;

/// <summary>What a watched run says when it goes wrong.</summary>
public sealed class WatchTests
{
    private static readonly Grid Line = Grid.Line(64, 2 * Math.PI);

    [Fact]
    public void A_spectrum_that_reaches_the_end_of_the_grid_stops_the_run()
    {
        var model = new SpectralModel(Equation.Parse(Line, "u_t = -u*u_x + 1e-3*u_xx"), new Krogstad(0.01));
        var failure = Stopped(model, new SpectralWatch(model, 1e-4, 10));
        Assert.Contains("spectral tail", failure.Message, StringComparison.Ordinal);
        Assert.Contains("take more points than 64", failure.Message, StringComparison.Ordinal);
        // Waves break at t = 1; by then the tail has long grown.
        Assert.InRange(failure.Time, 0.2, 1.1);
    }

    [Fact]
    public void A_flow_that_outruns_the_grid_stops_the_run()
    {
        var model = new SpectralModel(Equation.Parse(Line, "u_t = -u*u_x + u_xx"), new Krogstad(0.2));
        var failure = Stopped(model, new SpectralWatch(model, 1, 0.5));
        Assert.Contains("Courant number", failure.Message, StringComparison.Ordinal);
        Assert.Contains("take a time step below", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_should_be_kept_and_is_not_stops_the_run()
    {
        var model = new SpectralModel(Equation.Parse(Line, "u_t = -u*u_x - 0.1*u"), new Krogstad(0.01));
        var kept = new Quantities(model.Equation, [Quantity.Parse("energy", "0.5*u^2")]);
        var failure = Stopped(model, new DriftWatch(kept, 0.05));
        Assert.Contains("changed its energy by", failure.Message, StringComparison.Ordinal);
        // exp(-0.2 t) = 0.95, looked at every ten steps.
        Assert.InRange(failure.Time, -Math.Log(0.95) / 0.2, (-Math.Log(0.95) / 0.2) + 0.1001);
    }

    [Fact]
    public void A_model_without_an_equation_is_watched_for_finite_values()
    {
        var model = new Lorenz63(10, 28, 8.0 / 3, 0.5);
        var run = new Run(model, States.Of([1, 1, 1])) { Watches = [new FiniteWatch(model)], StepsBetweenLooks = 10 };
        var failure = Assert.Throws<BlowUpException>(() => run.Advance(1000));
        Assert.Contains("no longer finite at t = ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("take a time step below 0.5", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_watched_model_gives_the_bits_of_the_model_and_looks_now_and_then()
    {
        var model = new SpectralModel(Equation.Parse(Line, "u_t = -u*u_x + 0.1*u_xx"), new Krogstad(0.01));
        var times = new Times();
        var watched = new WatchedModel(model, [times]) { StepsBetweenLooks = 10 };
        States plain = Samples.Wave(Line), seen = plain.Clone();
        foreach (var steps in (int[])[4, 4, 4, 25, 1])
        {
            model.Advance(plain, steps);
            watched.Advance(seen, steps);
        }

        Assert.Equal(plain.Values, seen.Values);
        Assert.Equal([0, 0.12, 0.37], times.Seen.Select(time => Math.Round(time, 12)));
    }

    [Fact]
    public void A_watched_model_counts_time_from_the_beginning()
    {
        var model = new Lorenz63(10, 28, 8.0 / 3, 0.5);
        var watched = new WatchedModel(model, [new FiniteWatch(model)]) { StepsBetweenLooks = 1 };
        var state = States.Of([0, 0, 0]);
        watched.Advance(state, 6);
        state[0].Fill(double.NaN);
        Assert.Equal(3.5, Assert.Throws<BlowUpException>(() => watched.Advance(state)).Time, 1e-12);
    }

    [Fact]
    public void A_gradient_of_the_background_is_no_velocity()
    {
        var box = Grid.Box(16, 16, 2 * Math.PI, 2 * Math.PI);
        var given = new Dictionary<string, double[]> { ["G"] = [.. Enumerable.Repeat(1000.0, 256)] };
        var model = new SpectralModel(
            Equation.Parse(box, "q_t = -J(psi,q) - G*psi_x; q = lap(psi)", given), new Rk4(0.01));
        Assert.Equal(0, new HealthCheck(model).Of(new double[256]).CourantNumber);
    }

    private sealed class Times : IWatch
    {
        public List<double> Seen { get; } = [];

        public void Look(int member, double time, ReadOnlySpan<double> state) => Seen.Add(time);
    }

    private static BlowUpException Stopped(SpectralModel model, IWatch watch)
    {
        var run = new Run(model, Samples.Wave(Line)) { Watches = [watch], StepsBetweenLooks = 10 };
        return Assert.Throws<BlowUpException>(() => run.Advance(2000));
    }
}
