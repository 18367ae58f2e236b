using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation.Tests;

public class InterpolantTests
{
    private static readonly Grid Grid = Grid.Box(24, 16, 12, 8);

    private static readonly MinimumEnergyFill Fill =
        new(Power: 3, Floor: 0.5, Tolerance: 1e-10, MaximumIterations: 2000);

    [Fact]
    public void The_fill_keeps_the_readings_and_no_other_field_through_them_has_less_energy()
    {
        var sensors = Sensors.Random(Grid, 0.4, new RandomSource(1));
        var readings = sensors.Read(Smooth(Grid));

        var filled = Fill.Interpolate(sensors, readings);

        Assert.Equal(readings.Values.ToArray(), sensors.Read(filled).Values.ToArray());
        var least = Energy(filled);
        var random = new RandomSource(2);
        foreach (var size in new[] { 1e-3, 1e-2, 1 })
        {
            var other = filled.Clone();
            foreach (var point in sensors.Missing)
            {
                other[0][point] += size * random.Normal();
            }

            Assert.True(Energy(other) > least);
        }
    }

    [Fact]
    public void The_fill_is_linear()
    {
        var sensors = Sensors.Random(Grid, 0.5, new RandomSource(3));
        States a = sensors.Read(Smooth(Grid)), b = new(1, a.Size);
        new RandomSource(4).Normals(b.Values);
        var sum = a.Clone();
        for (var i = 0; i < sum.Size; i++)
        {
            sum[0][i] += 2 * b[0][i];
        }

        var (filledA, filledB, filledSum) =
            (Fill.Interpolate(sensors, a), Fill.Interpolate(sensors, b), Fill.Interpolate(sensors, sum));

        for (var i = 0; i < filledSum.Size; i++)
        {
            Assert.Equal(filledA[0][i] + (2 * filledB[0][i]), filledSum[0][i], 1e-6);
        }
    }

    [Fact]
    public void Kriging_is_the_conditional_mean_of_the_prior()
    {
        var grid = Grid.Box(6, 4, 6, 4);
        var prior = FlowSpectrum.OfPower(grid, (2, 0.5), power: 2, floor: 0.5);
        var sensors = new Sensors(grid, [0, 3, 5, 10, 17, 20]);
        var readings = new States(1, 12);
        new RandomSource(5).Normals(readings.Values);

        var made = new SpectralKriging(prior, (0.1, 0.2), 1e-13, 500).Interpolate(sensors, readings);

        // C Hᵀ (H C Hᵀ + R)⁻¹ y, each field by itself as the prior has no correlation.
        for (var field = 0; field < 2; field++)
        {
            var covariance = Covariance(grid, wavenumber =>
                field == 0 ? prior.At(wavenumber, false).First : prior.At(wavenumber, false).Second);
            var system = new double[6, 7];
            for (var i = 0; i < 6; i++)
            {
                for (var j = 0; j < 6; j++)
                {
                    system[i, j] = covariance(sensors.Points[i],
                        sensors.Points[j]) + (i == j ? (field == 0 ? 0.01 : 0.04) : 0);
                }

                system[i, 6] = readings[0][(field * 6) + i];
            }

            LinearSystem.Solve(system);
            for (var point = 0; point < grid.Points; point++)
            {
                var mean = Enumerable.Range(0, 6).Sum(j => covariance(point, sensors.Points[j]) * system[j, 6]);
                Assert.Equal(mean, made[0][(field * grid.Points) + point], 1e-9);
            }
        }
    }

    [Fact]
    public void Kriging_by_a_factor_and_by_iteration_agree_fields_that_go_together_included()
    {
        var snapshots = new States(8, 2 * Grid.Points);
        for (var row = 0; row < snapshots.Count; row++)
        {
            var drawn = FlowSpectrum.OfPower(Grid, (2, 0.5), power: 2, floor: 0.5)
                .Draw(Grid, new RandomSource((ulong)row));
            for (var i = 0; i < Grid.Points; i++)
            {
                snapshots[row][i] = drawn[0][i];
                snapshots[row][Grid.Points + i] = (0.3 * drawn[0][i]) + drawn[0][Grid.Points + i];
            }
        }

        var (prior, _) = FlowSpectrum.Of(Grid, snapshots);
        var sensors = Sensors.Random(Grid, 0.2, new RandomSource(9));
        var readings = sensors.Read(snapshots.Slice(0, 2));

        var direct = new DirectKriging(sensors, prior, (0.1, 0.2)).Interpolate(sensors, readings);
        var iterated = new SpectralKriging(prior, (0.1, 0.2), 1e-13, 2000).Interpolate(sensors, readings);

        for (var i = 0; i < direct.Values.Length; i++)
        {
            Assert.Equal(iterated.Values[i], direct.Values[i], 1e-8);
        }

        Assert.Throws<ArgumentException>(() => new DirectKriging(sensors, prior, (0.1, 0.2))
            .Interpolate(Sensors.Random(Grid, 0.2, new RandomSource(1)), readings));
    }

    [Fact]
    public void The_climate_of_a_prior_tells_its_largest_zonal_waves_as_they_are()
    {
        // Boxes longer in y than in x have zonal waves longer than any other; the mean, without power, is next to them.
        var grid = Grid.Box(24, 16, 12, 6);
        var snapshots = new States(40, 2 * grid.Points);
        var random = new RandomSource(10);
        for (var row = 0; row < snapshots.Count; row++)
        {
            var (first, second) = (random.Normal(), random.Normal());
            for (var i = 0; i < grid.Points; i++)
            {
                var wave = Math.Cos(2 * Math.PI * (i / 16) / 24.0);
                (snapshots[row][i], snapshots[row][grid.Points + i]) = (first * wave, second * wave);
            }
        }

        var (prior, _) = FlowSpectrum.Of(grid, snapshots);

        // E|ψ̂|² = N²/4 over N; the variance of 40 draws errs by 22 %, three times that allowed.
        Assert.InRange(prior.At(2 * Math.PI / 12, isZonal: true).First / (grid.Points / 4.0), 0.33, 1.67);
    }

    [Fact]
    public void The_likeliest_amplitude_of_a_power_law_is_near_the_one_it_was_drawn_with()
    {
        var prior = FlowSpectrum.OfPower(Grid, (4, 0.25), power: 3, floor: 0.5);
        var ratios = Enumerable.Range(0, 10).Select(seed =>
        {
            var sensors = Sensors.Random(Grid, 0.5, new RandomSource((ulong)seed));
            var filled = Fill.Interpolate(sensors,
                sensors.Read(prior.Draw(Grid, new RandomSource((ulong)seed)["draw"])));
            var found = FlowSpectrum.Likeliest(Grid, filled, sensors.Points.Count, power: 3, floor: 0.5);
            return (found.At(1, false).First / prior.At(1, false).First,
                found.At(1, false).Second / prior.At(1, false).Second);
        }).ToArray();

        // χ² of 192 readings over 10 draws: 3 % either way, times four.
        Assert.InRange(ratios.Average(ratio => ratio.Item1), 0.88, 1.12);
        Assert.InRange(ratios.Average(ratio => ratio.Item2), 0.88, 1.12);
    }

    [Fact]
    public void Every_interpolant_comes_closer_with_more_sensors()
    {
        IInterpolant[] all =
        [
            Fill,
            new LocalCubic(16),
            new RandomFeatureRidge(150, 0.4, 1e-10, new RandomSource(6)),
            new SpectralKriging(FlowSpectrum.OfPower(Grid, (1, 1), 3, 0.5), (1e-3, 1e-3), 1e-8, 1000),
        ];
        var truth = Smooth(Grid);
        foreach (var interpolant in all)
        {
            var errors = new[] { 0.2, 0.8 }.Select(ratio =>
            {
                var sensors = Sensors.Random(Grid, ratio, new RandomSource(7));
                var made = interpolant.Interpolate(sensors, sensors.Read(truth));
                return Math.Sqrt(truth.Values.ToArray().Zip(made.Values.ToArray(), (a, b) => (a - b) * (a - b))
                    .Average());
            }).ToArray();

            Assert.True(errors[1] < errors[0] / 3, $"{interpolant}: {errors[0]:e1}, {errors[1]:e1}");
            Assert.InRange(errors[1], 0, 0.05);
        }
    }

    [Fact]
    public void Sensors_are_different_points_of_the_grid()
    {
        var sensors = Sensors.Random(Grid, 0.25, new RandomSource(8));

        Assert.Equal(96, sensors.Points.Count);
        Assert.Equal(Grid.Points, sensors.Points.Concat(sensors.Missing).Distinct().Count());
        Assert.Throws<ArgumentException>(() => new Sensors(Grid, [1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sensors.Random(Grid, 1.5, new RandomSource(1)));
    }

    private static double Energy(States field)
    {
        var fft = RealFft2.Of(24, 16);
        var modes = new System.Numerics.Complex[fft.Modes];
        fft.Forward(field[0][..Grid.Points], modes);
        var (squares, weights) = (SpectralGrid.Squares(Grid), SpectralGrid.Weights(Grid));
        return Enumerable.Range(0, modes.Length).Sum(mode =>
            weights[mode] * Math.Pow(0.5 + squares[mode], 3) * Math.Pow(modes[mode].Magnitude, 2));
    }

    private static States Smooth(Grid grid)
    {
        var field = new States(1, 2 * grid.Points);
        for (var i = 0; i < field.Size; i++)
        {
            var (y, x) = (2 * Math.PI * (i % grid.Points / 16) / 24, 2 * Math.PI * (i % 16) / 16);
            field[0][i] = Math.Sin(y + (i / grid.Points)) + (0.5 * Math.Cos(x - y)) + (0.2 * Math.Sin((2 * x) + y));
        }

        return field;
    }

    // The covariance of two points under a spectrum: a sum of cosines over all modes.
    private static Func<int, int, double> Covariance(Grid grid, Func<double, double> spectrum)
    {
        var (y, x) = (grid.Axes[0], grid.Axes[1]);
        return (a, b) =>
        {
            var sum = 0.0;
            for (var j = 0; j < y.Points; j++)
            {
                for (var i = 0; i < x.Points; i++)
                {
                    var (k, l) = (x.Wavenumber(i), y.Wavenumber(j));
                    var phase = (2 * Math.PI * i * ((a % x.Points) - (b % x.Points)) / x.Points)
                        + (2 * Math.PI * j * ((a / x.Points) - (b / x.Points)) / y.Points);
                    sum += spectrum(Math.Sqrt((k * k) + (l * l))) * Math.Cos(phase);
                }
            }

            return sum / grid.Points;
        };
    }
}
