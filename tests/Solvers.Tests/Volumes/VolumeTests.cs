using Sci.Testing;

namespace Sci.Solvers.Tests.Volumes;

public sealed class VolumeTests
{
    [Fact]
    public void A_closed_line_keeps_its_mass_and_an_open_one_counts_what_enters()
    {
        var closed = new PorousMedium(u => u * u * u / 3, 50, 1, null, null);
        var open = new PorousMedium(u => u, 50, 1, t => 1 + t, _ => 0);
        var initial = closed.Centres().Select(x => x < 0.3 ? 1.0 : 0.1).ToArray();

        var (kept, nothing) = closed.Solve(initial, [0.05], 1);
        var (moved, entered) = open.Solve(initial, [0.01, 0.05], 1);

        Assert.Equal(initial.Sum(), kept.Values.ToArray().Sum(), 1e-12 * 50);
        Assert.Equal(0, nothing[0]);
        Assert.Equal((initial.Sum() / 50) + entered[1], moved[1].ToArray().Sum() / 50, 1e-12);
    }

    [Fact]
    public void Heat_converges_with_second_order()
    {
        var study = Convergence.Of([1.0 / 20, 1.0 / 40, 1.0 / 80], spacing =>
        {
            var cells = (int)Math.Round(1 / spacing);
            var line = new PorousMedium(u => u, cells, 1, _ => 0, _ => 0);
            // Means over the cells of sin πx.
            double Mean(double x) => Math.Sin(Math.PI * x) * Math.Sin(Math.PI * spacing / 2) / (Math.PI * spacing / 2);
            var (states, _) = line.Solve([.. line.Centres().Select(Mean)], [0.1], 1);
            var decay = Math.Exp(-Math.PI * Math.PI * 0.1);
            return line.Centres().Select((x, i) => Math.Abs(states[0][i] - (decay * Mean(x)))).Max();
        });

        Assert.True(Math.Abs(study.Order - 2) < 0.2, study.ToString());
    }

    [Fact]
    public void Melting_ice_follows_Neumanns_front()
    {
        // u* = 0.6: front at 2a√t with (1 - u*)/√π = u* erf(a) a e^{a²}, a = 0.52567.
        const double Front = 0.52567;
        var line = new PorousMedium(u => Math.Max(u - 0.6, 0), 400, 1, _ => 1, null);

        var (states, _) = line.Solve(new double[400], [0.05], 1);
        var front = line.Centres().Where((_, i) => states[0][i] > 0.3).Max();

        Assert.Equal(2 * Front * Math.Sqrt(0.05), front, 3.0 / 400);
    }

    [Fact]
    public void Sorption_converges_with_second_order_in_time()
    {
        // A smooth start that agrees with both ends: a jump there would hide the order.
        var line = new DiffusionSorption(41);
        double[] start = [.. Enumerable.Range(0, 41).Select(i => Math.Exp(-Math.Pow(i / 8.0, 2)))];
        var fine = line.Solve(start, 100, 1, 640);

        var study = Convergence.Of([1.0 / 10, 1.0 / 20, 1.0 / 40, 1.0 / 80], step =>
        {
            var states = line.Solve(start, 100, 1, (int)Math.Round(1 / step));
            return Enumerable.Range(0, 41).Max(i => Math.Abs(states[1][i] - fine[1][i]));
        });

        Assert.True(study.Order > 1.9, study.ToString());
    }

    [Fact]
    public void Sorption_after_a_jump_stays_between_its_bounds() =>
        Assert.All(
            new DiffusionSorption(41).Solve(0.1, 100, 1, 320)[1].ToArray(), u => Assert.InRange(u, -1e-2, 1 + 1e-9));
}
