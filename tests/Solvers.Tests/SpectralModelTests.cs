using Sci.Numerics;
using Sci.Testing;

namespace Sci.Solvers.Tests;

public class SpectralModelTests
{
    private static readonly Equation Kuramoto = Equation.Parse(Grid.Line(64, 30), "u_t = -u*u_x - u_xx - u_xxxx");

    [Fact]
    public void A_row_does_not_depend_on_its_batch()
    {
        var model = new SpectralModel(Kuramoto, new Etdrk4(0.1));
        var batch = Random(Kuramoto, 50);
        States[] alone = [.. Enumerable.Range(0, 50).Select(row => batch.Slice(row, 1))];
        model.Advance(batch, 40);
        for (var row = 0; row < 50; row++)
        {
            model.Advance(alone[row], 40);
            Assert.True(batch[row].SequenceEqual(alone[row][0]), $"row {row}");
        }
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        foreach (var scheme in (Scheme[])[new Etdrk4(0.1), new ExponentialPece(0.1, 4)])
        {
            var model = new SpectralModel(Kuramoto, scheme, Dealiasing.ThreeHalves);
            var state = Random(Kuramoto, 1);
            model.Advance(state, 10);
            var few = Allocations.Of(() => model.Advance(state, 10));
            var many = Allocations.Of(() => model.Advance(state, 1000));

            // The smallest object has 24 bytes, so an allocation a step would show as 23 760; a thread's first scratch
            // may.
            Assert.InRange(many - few, -20_000, 20_000);
        }
    }

    [Fact]
    public void A_run_with_its_history_goes_on_as_without_a_cut()
    {
        foreach (var scheme in (Scheme[])[new Cnab2(0.05), new ExponentialPece(0.05, 4), new Sbdf3(0.05), new Leapfrog(0.05, 0.1)])
        {
            var model = new SpectralModel(Kuramoto, scheme);
            States whole = Samples.Wave(Kuramoto.Grid), cut = whole.Clone();
            States[] wholePast = Past(), cutPast = Past();
            model.Advance(whole, wholePast, 7);
            model.Advance(cut, cutPast, 1);
            model.Advance(cut, cutPast, 6);
            Assert.InRange(Samples.Largest(whole[0], cut[0]), 0, 1e-13);
            Assert.InRange(Samples.Largest(wholePast[0][0], cutPast[0][0]), 0, 1e-13);

            States[] Past() =>
                [.. Enumerable.Range(1, scheme.Memory).Select(lag => Samples.Wave(Kuramoto.Grid, 0.02 * lag))];
        }
    }

    [Fact]
    public void A_blow_up_names_the_member_the_time_and_the_remedy()
    {
        var equation = Equation.Parse(Grid.Line(16, 1), "u_t = u^2");
        var states = new States(3, 16);
        states[1].Fill(1);
        var problem = Assert.Throws<BlowUpException>(
            () => new SpectralModel(equation, new Rk4(0.01)).Advance(states, 2000));
        Assert.Equal(1, problem.Member);
        Assert.InRange(problem.Time, 1, 1.5);
        Assert.Contains("time step below 0.01", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_linear_blow_up_of_one_mode_is_found_too()
    {
        var equation = Equation.Parse(Grid.Line(16, 2 * Math.PI), "u_t = -u_xxxx");
        var state = new States(1, 16);
        state[0][3] = 1;
        Assert.Throws<BlowUpException>(() => new SpectralModel(equation, new Rk4(0.1)).Advance(state, 500));
    }

    [Fact]
    public void States_of_another_size_are_refused() => Assert.Throws<ArgumentException>(
        () => new SpectralModel(Kuramoto, new Etdrk4(0.1)).Advance(new States(1, 63)));

    [Fact]
    public void A_history_of_another_length_is_refused() => Assert.Throws<ArgumentException>(
        () => new SpectralModel(Kuramoto, new Cnab2(0.1)).Advance(Random(Kuramoto, 1), []));

    [Theory]
    [InlineData("2/3")]
    [InlineData("3/2")]
    public void Dealiased_burgers_conserves_energy_where_the_aliased_one_does_not(string name)
    {
        // d/dt ∫u²/2 = 0 for the Galerkin truncation, and not for products that fold.
        var equation = Equation.Parse(Grid.Line(32, 2 * Math.PI), "u_t = -u*u_x");
        var dealiasing = name == "2/3" ? Dealiasing.TwoThirds : Dealiasing.ThreeHalves;
        Assert.InRange(EnergyRate(equation, dealiasing), 0, 1e-11);
        Assert.InRange(EnergyRate(equation, Dealiasing.None), 1e-3, 10);
    }

    private static double EnergyRate(Equation equation, Dealiasing dealiasing)
    {
        // Two small Runge-Kutta steps look at the tendency of a state that the dealiasing resolves.
        const double Dt = 1e-4;
        var state = Random(equation, 1);
        var filtered = Truncated(state[0], dealiasing == Dealiasing.TwoThirds ? 11 : 16);
        States after = States.Of(filtered), before = States.Of(filtered);
        new SpectralModel(equation, new Rk4(Dt), dealiasing).Advance(after);
        new SpectralModel(equation, new Rk4(Dt), dealiasing).Advance(after);
        return Math.Abs(Energy(after[0]) - Energy(before[0])) / (2 * Dt) / Energy(before[0]);
    }

    private static double[] Truncated(ReadOnlySpan<double> row, int modesKept)
    {
        var fft = RealFft.Of(row.Length);
        var modes = new System.Numerics.Complex[fft.Modes];
        fft.Forward(row, modes);
        modes.AsSpan(modesKept).Clear();
        var result = new double[row.Length];
        fft.Inverse(modes, result);
        return result;
    }

    private static double Energy(ReadOnlySpan<double> u)
    {
        var sum = 0.0;
        foreach (var value in u)
        {
            sum += value * value;
        }

        return sum / u.Length;
    }

    private static States Random(Equation equation, int rows)
    {
        var states = new States(rows, equation.Size);
        new RandomSource(7).Normals(states.Values);
        return states;
    }
}
