using Sci.Numerics;

namespace Sci.Solvers.Tests;

/// <summary>Spectra, budgets and fluxes.</summary>
public sealed class SpectralBudgetTests
{
    private static readonly Grid Box = Grid.Box(32, 32, 2 * Math.PI, 2 * Math.PI);

    [Fact]
    public void The_spectrum_adds_up_to_half_the_mean_square()
    {
        var (model, state) = Flow(0.02);
        var budget = new SpectralBudget(model);
        budget.Add(state[0]);
        var half = new Quantities(model.Equation, [Quantity.Parse("half", "0.5*w^2")]).Of(state[0])[0];
        Assert.Equal(half, Sum(budget.Spectrum[0]), 1e-12 * half);
    }

    [Fact]
    public void The_terms_of_the_budget_add_up_to_the_rate_of_change()
    {
        const double TimeStep = 1e-3;
        var (model, state) = Flow(0.02);
        SpectralBudget now = new(model), before = new(model), after = new(model);
        before.Add(state[0]);
        model.Advance(state, 1);
        now.Add(state[0]);
        model.Advance(state, 1);
        after.Add(state[0]);
        for (var shell = 0; shell < now.Spectrum.Size; shell++)
        {
            // Central differences: an error of Δt² times a third derivative of order one.
            var rate = (after.Spectrum[0][shell] - before.Spectrum[0][shell]) / (2 * TimeStep);
            Assert.Equal(rate, now.Linear[0][shell] + now.Transfer[0][shell], 1e-5);
        }
    }

    [Fact]
    public void Advection_carries_nothing_past_the_last_wavenumber()
    {
        var (model, state) = Flow(0);
        var budget = new SpectralBudget(model);
        budget.Add(state[0]);
        var flux = budget.Flux[0];
        Assert.InRange(Math.Abs(flux[^1]), 0, 1e-12);
        Assert.True(flux.ToArray().Max(Math.Abs) > 1e-3, "eddies of several sizes must exchange enstrophy");
    }

    private static (SpectralModel Model, States State) Flow(double viscosity)
    {
        var flow = new PlaneFlow { Beta = 0, Drag = 0, Viscosity = viscosity, ViscosityPower = 1, Forcing = null };
        var state = new States(1, Box.Points);
        new RingForcing(Box, 3, 2, 0.5, 0, new RandomSource(1)).Add(state, 0, 1);
        return (new SpectralModel(flow.On(Box), new Krogstad(1e-3), Dealiasing.TwoThirds), state);
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }
}
