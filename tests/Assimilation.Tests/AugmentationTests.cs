using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Assimilation.Tests;

public sealed class AugmentationTests
{
    // (x, b) ← (M x + Δt φ b, b) is linear, so that the filter is Kalman's on the longer state.
    [Fact]
    public void A_linear_models_bias_is_found_as_the_Kalman_filter_finds_it()
    {
        const int size = 4;
        var patterns = new States(1, size, [1, 0, -1, 0.5]);
        var model = new BiasModel(new LinearModel(size), patterns);
        var units = new States(size + 1, size + 1, [.. Enumerable.Range(0, 25).Select(i => i % 6 == 0 ? 1.0 : 0)]);
        model.Advance(units, 1);
        var m = Some.Matrix(units).Transpose();
        Some.Near(patterns[0].ToArray(), m.Column(size).Take(size), 1e-15);

        var bare = Observations.Subset(model.Grid, 1, [0, 2], 0.5);
        var seen = bare with { Operator = new ObservedBeginning(bare.Operator, size + 1) };
        var ensemble = Some.Ensemble(8, size + 1, 1);
        var (mean, covariance) = (Some.Mean(ensemble), Some.Covariance(ensemble));
        var cycle = new FilterCycle(model, new SquareRoot(), 1, ensemble);
        for (var time = 0; time < 4; time++)
        {
            var y = Some.Vector(2, (ulong)time);
            cycle.Next(seen, y, new RandomSource(1), null);
            (mean, covariance) = Some.Kalman(m * mean, m * covariance * m.Transpose(), seen, y);
            Some.Near(mean, Some.Mean(ensemble), 1e-9);
        }
    }

    [Fact]
    public void A_cycle_that_estimates_a_parameter_shows_the_state_and_keeps_the_rest_behind()
    {
        const int size = 4;
        var patterns = new States(1, size, [1, 0, -1, 0.5]);
        var model = new BiasModel(new LinearModel(size), patterns);
        var bare = Observations.Subset(model.Grid, 1, [0, 2], 0.5);
        var seen = bare with { Operator = new ObservedBeginning(bare.Operator, size + 1) };
        var (whole, shown) = (Some.Ensemble(8, size + 1, 1), Some.Ensemble(8, size + 1, 1));
        var plain = new FilterCycle(model, new SquareRoot(), 1, whole);
        var cycle = new AugmentedCycle(new FilterCycle(model, new SquareRoot(), 1, shown), size);
        for (var time = 0; time < 3; time++)
        {
            var y = Some.Vector(2, (ulong)time);
            plain.Next(seen, y, new RandomSource(1), null);
            cycle.Next(bare, y, new RandomSource(1), forecast => Assert.Equal(size, forecast.Size));
        }

        for (var m = 0; m < 8; m++)
        {
            Assert.Equal(whole[m][..size], cycle.Ensemble[m]);
            Assert.Equal(whole[m][size..], cycle.Behind[m]);
        }
    }

    // The filter that knows F = 8 ends with errors of F of about 0.01; 0.1 is far from the 7 that the members start
    // about.
    [Fact]
    public void The_forcing_of_Lorenz_96_is_found_with_its_state()
    {
        const int size = 40;
        const int members = 30;
        var random = new RandomSource(1);
        var model = new ParameterModel(forcing => new Lorenz96(size, forcing[0], 0.05), 1, [8]);
        var truth = new States(1, size);
        random["truth"].Normals(truth.Values);
        new Lorenz96(size, 8, 0.05).Advance(truth, 400);
        var ensemble = new States(members, size + 1);
        random["members"].Normals(ensemble.Values);
        for (var m = 0; m < members; m++)
        {
            for (var i = 0; i < size; i++)
            {
                ensemble[m][i] += truth[0][i];
            }

            ensemble[m][size] += 7;
        }

        var bare = Observations.Everywhere(model.Grid, 1, 1);
        var seen = bare with { Operator = new ObservedBeginning(bare.Operator, size + 1) };
        var cycle = new FilterCycle(model, new Inflated(new Rotated(new SquareRoot()), 1.02), 1, ensemble);
        for (var time = 0; time < 400; time++)
        {
            new Lorenz96(size, 8, 0.05).Advance(truth, 1);
            var y = new double[size];
            bare.Draw(truth[0], y, random["observations"][time]);
            cycle.Next(seen, y, random["analysis"][time], null);
        }

        Some.Near(8, Some.Mean(ensemble)[size], 0.1);
    }
}
