using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery.Tests.Forecasts;

public class ForecastRegressionTests
{
    private const int Points = 64;
    private const double TimeStep = 0.05;

    private static readonly Grid Line = Grid.Line(Points, 22);

    private static readonly Equation Truth = Equation.Parse(Line, "u_t = -u*u_x - u_xx - u_xxxx");

    private static readonly FieldTerm[] Library =
        [.. new[] { "u", "u_x", "u_xx", "u_xxx", "u_xxxx", "u*u_x", "u^2" }.Select(term =>
            new FieldTerm("u", Term.Parse(term)))];

    [Theory]
    [InlineData("u_t = -u*u_x - u_xxxx", 1)]
    [InlineData("u_t = -0.5*u*u_x - 0.8*u_xx - u_xxxx", 1)]
    [InlineData("u_t = -0.5*u*u_x - 0.8*u_xx - u_xxxx", 20)]
    public void Where_all_is_seen_the_missing_terms_are_found_to_round_off(string model, int steps)
    {
        var imperfect = Equation.Parse(Line, model);

        var fit = Regression(imperfect, steps).Fit(Starts(3), Seen(Starts(3), steps, noise: 0), CancellationToken.None);

        Assert.True(fit.Settled);
        Assert.Equal(Truth, Rounded(fit.Correct(imperfect)));
        Assert.All(fit.Support, j => Assert.Equal(
            Truth.Coefficient(Library[j].Term) - imperfect.Coefficient(Library[j].Term), fit.Coefficients[j], 1e-8));
    }

    [Fact]
    public void A_right_model_is_left_as_it_is()
    {
        var exact = Regression(Truth, 5).Fit(Starts(3), Seen(Starts(3), 5, noise: 0), CancellationToken.None);

        Assert.Empty(exact.Support);
        for (ulong seed = 0; seed < 8; seed++)
        {
            var noisy = Regression(Truth, 5).Fit(Starts(3), Seen(Starts(3), 5, 1e-3, seed), CancellationToken.None);
            Assert.Empty(noisy.Support);
        }
    }

    [Fact]
    public void Neighbours_that_err_alike_widen_the_deviations()
    {
        var random = new RandomSource(3);
        var columns = new States(1, 400);
        var residual = new double[400];
        for (var cluster = 0; cluster < 40; cluster++)
        {
            var (common, error) = (random.Normal(), random.Normal());
            for (var i = 0; i < 10; i++)
            {
                columns[0][(10 * cluster) + i] = common;
                residual[(10 * cluster) + i] = error;
            }
        }

        var clustered = new ClusteredCovariance([.. Enumerable.Range(0, 400).Select(i => i / 10)])
            .Of(columns, residual, [0])[0, 0];
        var alone = new ClusteredCovariance([.. Enumerable.Range(0, 400)]).Of(columns, residual, [0])[0, 0];

        Assert.InRange(clustered / alone, 4, 20);
    }

    private static ForecastRegression Regression(Equation imperfect, int steps) => new(
        new SpectralModel(imperfect, new Krogstad(TimeStep)),
        Library,
        Readout(),
        steps,
        new ClusteredCovariance([.. Enumerable.Range(0, Points).Select(i => i / 4)]),
        Price: 30,
        Floor: 1e-8);

    private static FieldReadout Readout() => new(Truth, [Term.Parse("u")], [.. Enumerable.Range(0, Points)], [1]);

    private static States Starts(int count)
    {
        var states = new States(count, Points);
        for (var i = 0; i < states.Values.Length; i++)
        {
            var (row, x) = (i / Points, 2 * Math.PI * (i % Points) / Points);
            states.Values[i] = Math.Cos(x + row) * (1 + Math.Sin((2 * x) - row));
        }

        new SpectralModel(Truth, new Krogstad(TimeStep)).Advance(states, 1000);
        return states;
    }

    private static States Seen(States starts, int steps, double noise, ulong seed = 0)
    {
        new SpectralModel(Truth, new Krogstad(TimeStep)).Advance(starts, steps);
        var random = new RandomSource(seed);
        foreach (ref var value in starts.Values)
        {
            value += noise * random.Normal();
        }

        return Readout().Read(starts);
    }

    private static Equation Rounded(Equation equation) => Equation.Parse(Line, "u_t = 0").Plus(
        equation.Terms.Select(term => term with { Coefficient = Math.Round(term.Coefficient, 8) }));
}
